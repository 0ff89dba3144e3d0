using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Model;

/// <summary>An ISO 8601 week: <c>2026-W06</c>. The year is the ISO week-numbering year, never the calendar's.</summary>
public readonly partial record struct WeekLabel : IComparable<WeekLabel>
{
    public WeekLabel(int year, int number)
    {
        if (year is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
            throw new ArgumentOutOfRangeException(nameof(number), $"There is no week {number} in {year}.");
        Year = year;
        Number = number;
    }

    public int Year { get; }

    public int Number { get; }

    public static WeekLabel Of(DateOnly date)
    {
        var day = date.ToDateTime(TimeOnly.MinValue);
        return new WeekLabel(ISOWeek.GetYear(day), ISOWeek.GetWeekOfYear(day));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out WeekLabel label)
    {
        label = default;
        var match = Form().Match(text ?? "");
        if (!match.Success)
            return false;
        var year = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var number = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        if (year is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(year))
            return false;
        label = new WeekLabel(year, number);
        return true;
    }

    public static WeekLabel Parse(string text) => TryParse(text, out var label)
        ? label
        : throw new FormatException($"'{text}' is no week; a week looks like 2026-W06.");

    /// <summary>The given day of this week.</summary>
    public DateOnly Day(DayOfWeek day) => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, day));

    public WeekLabel Previous() => Of(Day(DayOfWeek.Monday).AddDays(-7));

    public WeekLabel Next() => Of(Day(DayOfWeek.Monday).AddDays(7));

    public int CompareTo(WeekLabel other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-W{Number:00}");

    public static bool operator <(WeekLabel left, WeekLabel right) => left.CompareTo(right) < 0;

    public static bool operator >(WeekLabel left, WeekLabel right) => left.CompareTo(right) > 0;

    public static bool operator <=(WeekLabel left, WeekLabel right) => left.CompareTo(right) <= 0;

    public static bool operator >=(WeekLabel left, WeekLabel right) => left.CompareTo(right) >= 0;

    [GeneratedRegex(@"\A([0-9]{4})-W([0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
