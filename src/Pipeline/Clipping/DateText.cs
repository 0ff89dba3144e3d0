using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>Reads dates as pages write them, in English and in Chinese.</summary>
/// <remarks>A time without a zone is not an instant: only its day is kept.</remarks>
internal static partial class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first date in <paramref name="text"/>; of a long text only the start is looked at.</summary>
    public static PageDate? Read(string? text)
    {
        if (text is null)
            return null;
        text = text.Length > 400 ? text[..400] : text;
        return new[] { Numeric().Match(text), DayFirst().Match(text), MonthFirst().Match(text) }
            .Where(match => match.Success).OrderBy(match => match.Index).Select(Of).FirstOrDefault(date => date is not null);
    }

    private static PageDate? Of(Match match)
    {
        var month = match.Groups["name"].Success
            ? Array.FindIndex(Months, name => match.Groups["name"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1
            : Number(match, "month");
        int year = Number(match, "year"), day = Number(match, "day");
        if (year is < 1990 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var midnight = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return Instant(match, midnight) ?? new PageDate(new DateTimeOffset(midnight, TimeSpan.Zero), DayOnly: true);
    }

    private static PageDate? Instant(Match match, DateTime midnight)
    {
        int hour = Number(match, "hour"), minute = Number(match, "minute"), second = Math.Min(Number(match, "second"), 59);
        if (!match.Groups["hour"].Success || hour > 23 || minute > 59 || Offset(match.Groups["zone"].Value) is not { } offset)
            return null;
        return new PageDate(new DateTimeOffset(midnight.AddHours(hour).AddMinutes(minute).AddSeconds(second), offset), DayOnly: false);
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone is "Z" or "z" or "GMT" or "UTC")
            return TimeSpan.Zero;
        var digits = zone.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length < 3 || !int.TryParse(digits.AsSpan(1), CultureInfo.InvariantCulture, out var number))
            return null;
        var minutes = digits.Length == 3 ? number * 60 : number / 100 * 60 + number % 100;
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(digits[0] == '-' ? -minutes : minutes);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    private const string Time = @"(?:[T\s]{1,3}(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?\s?(?<zone>Z|GMT|UTC|[+-][0-9]{2}:?(?:[0-9]{2})?)?)?";

    [GeneratedRegex(@"(?<![0-9])(?<year>(?:19|20)[0-9]{2})\s?[-/.年]\s?(?<month>[0-9]{1,2})\s?[-/.月]\s?(?<day>[0-9]{1,2})(?![0-9])日?" + Time, RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{1,2})(?:st|nd|rd|th)?[ -](?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[ -](?<year>(?:19|20)[0-9]{2})(?![0-9])" + Time, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s(?<day>[0-9]{1,2})(?:st|nd|rd|th)?,?\s(?<year>(?:19|20)[0-9]{2})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();
}
