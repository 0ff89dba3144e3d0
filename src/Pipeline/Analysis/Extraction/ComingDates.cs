using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Analysis.Grounding;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>When a sentence says that something is to come: a date with its year, a month or quarter without one, or a time as seen from the day it was said.</summary>
internal static partial class ComingDates
{
    /// <summary>From this month on a month of spring is the next year's.</summary>
    private const int Late = 10, Early = 3;

    private static readonly (Lexicon Words, Func<DateOnly, Due> Of)[] Relative =
    [
        (new Lexicon("next week", "下周"), said => new Due(said.AddDays(14 - (((int)said.DayOfWeek + 6) % 7) - 1), DuePrecision.By)),
        (new Lexicon("later this month|end of the month|end of this month", "本月底|本月月底|本月末|本月内"), said => InMonth(said.Year, said.Month)),
        (new Lexicon("next month", "下月|下个月"), said => InMonth(said.AddMonths(1).Year, said.AddMonths(1).Month)),
        (new Lexicon("next quarter", "下季度|下个季度"), said => InMonth(said.AddMonths(3).Year, Quarter(said.AddMonths(3)) * 3)),
        (new Lexicon("coming weeks|within weeks", "未来几周|未来数周"), said => InMonth(said.AddMonths(2).Year, said.AddMonths(2).Month)),
        (new Lexicon("coming months", "未来几个月|未来数月"), said => InMonth(said.AddMonths(6).Year, said.AddMonths(6).Month)),
        (new Lexicon("this spring", "今年春"), said => InMonth(said.Year, 5)),
        (new Lexicon("this summer", "今年夏"), said => InMonth(said.Year, 8)),
        (new Lexicon("this autumn|this fall", "今年秋|秋季"), said => InMonth(said.Year, 11)),
        (new Lexicon("later this year|end of the year|end of this year|by year-end|year-end|this winter", "年底|年末|年内|今年晚些时候|今年下半年"), said => new Due(new DateOnly(said.Year, 12, 31), DuePrecision.Year)),
        (new Lexicon("next year|next spring|next summer|next autumn|next winter", "明年"), said => new Due(new DateOnly(said.Year + 1, 12, 31), DuePrecision.Year)),
    ];

    /// <summary>Without one of these, or a digit, no sentence names a time; most name none, and reading their numerals takes long.</summary>
    private static readonly SearchValues<string> Times = SearchValues.Create(
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "week", "month", "quarter", "year", "spring", "summer", "autumn", "fall", "winter", "周", "月", "年", "季"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The first of the dates that is not before <paramref name="from"/>; null where there is none.</summary>
    /// <param name="said">The day on which the sentence was published.</param>
    public static Due? First(string sentence, DateOnly said, DateOnly from)
    {
        if (!MayNameTime(sentence))
            return null;
        var digits = Numerals.InDigits(Folding.Fold(sentence));
        var rest = StatedDates.Without(digits);
        return StatedDates.DuesWithYear(digits).Concat(Bare().Matches(rest).Select(match => Near(match, said)).OfType<Due>())
            .Concat(Relative.Where(pair => pair.Words.Matches(sentence)).Select(pair => pair.Of(said)))
            .Where(due => due.Last >= from).OrderBy(due => due.Last).FirstOrDefault();
    }

    private static bool MayNameTime(string sentence) => sentence.Any(char.IsDigit) || sentence.AsSpan().ContainsAny(Times);

    private static Due? Near(Match match, DateOnly said)
    {
        if (match.Groups["quarter"].Success)
            return InMonth(said.Year + (Number(match.Groups["quarter"]) < Quarter(said) ? 1 : 0), Number(match.Groups["quarter"]) * 3);
        var month = Number(match.Groups["month"]);
        if (month is < 1 or > 12)
            return null;
        var year = said.Year + (said.Month >= Late && month <= Early ? 1 : 0);
        return match.Groups["day"].Success && Number(match.Groups["day"]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new Due(new DateOnly(year, month, day), DuePrecision.On) : InMonth(year, month);
    }

    private static Due InMonth(int year, int month) => new(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DuePrecision.Month);

    private static int Quarter(DateOnly date) => ((date.Month - 1) / 3) + 1;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<month>[0-9]{1,2}) ?月 ?(?:(?<day>[0-9]{1,2}) ?[日号])?|(?:Q|第 ?)(?<quarter>[1-4])(?: ?季度|(?![0-9]))|(?<quarter>[1-4])(?:st|nd|rd|th) quarter", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
