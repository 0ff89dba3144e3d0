using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Analysis.Grounding;

namespace Pipeline.Analysis.Extraction;

/// <summary>The dates a sentence states with their year, each as the last day it can mean; and whether it names a coming time without one.</summary>
internal static partial class StatedDates
{
    private static readonly Lexicon Coming = new(
        "next month|next week|next quarter|next year|next spring|next summer|next autumn|next fall|next winter|later this year|later this month|later this spring|by the end of|end of the year|year-end|" +
        "this spring|this summer|this autumn|this fall|this winter|in the coming weeks|in the coming months|coming weeks|coming months|in the second half|within days|within weeks|deadline",
        "下月|下个月|下周|下季度|下个季度|明年|年底|年末|月底|月末|年内|今年晚些时候|下半年|后天|明天|未来几周|未来数周|未来几个月|未来数月|截止|到期|春季|夏季|秋季|冬季");

    /// <summary>The last days of the dates whose year is stated.</summary>
    public static IReadOnlyList<DateOnly> WithYear(string sentence) =>
        [.. Dated().Matches(Numerals.InDigits(Folding.Fold(sentence))).Select(LastDay).OfType<DateOnly>()];

    /// <summary>A time to come, as the sentence says it: a month or quarter without a year, "next month", 年底.</summary>
    public static bool NamesComing(string sentence) =>
        Coming.Matches(sentence) || Bare().IsMatch(Numerals.InDigits(Folding.Fold(sentence)));

    private static DateOnly? LastDay(Match match)
    {
        var year = Number(match.Groups["year"]);
        if (year is < 1900 or > 2200)
            return null;
        if (match.Groups["quarter"].Success)
            return MonthEnd(year, 3 * Number(match.Groups["quarter"]));
        if (match.Groups["half"].Success)
            return MonthEnd(year, match.Groups["half"].Value == "上" ? 6 : 12);
        var month = match.Groups["month"].Success ? Number(match.Groups["month"]) : 12;
        if (month is < 1 or > 12)
            return null;
        return match.Groups["day"].Success && Number(match.Groups["day"]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : MonthEnd(year, month);
    }

    private static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>After <see cref="Numerals.InDigits"/> a month is "3月" in either language, and follows or precedes its year.</summary>
    [GeneratedRegex(
        @"(?<![0-9])(?<month>[0-9]{1,2})月 *(?:(?<day>[0-9]{1,2})日 *)?,? *(?<year>(?:19|20)[0-9]{2})(?![0-9年])|" +
        @"(?:Q(?<quarter>[1-4])|(?:the )?(?<quarter>[1-4])(?:st|nd|rd|th) quarter)(?: of)?,? *(?<year>(?:19|20)[0-9]{2})(?![0-9])|" +
        @"(?<![0-9])(?<year>(?:19|20)[0-9]{2}) ?年 ?(?:第? ?(?<quarter>[1-4]) ?季度|(?<half>[上下])半年|(?<month>[0-9]{1,2}) ?月 ?(?:(?<day>[0-9]{1,2}) ?[日号])?)?|" +
        @"(?<![0-9.,$€£])(?<year>(?:19|20)[0-9]{2})(?:[- ]?Q(?<quarter>[1-4]))?(?![0-9%]|[.,][0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,2} ?月|Q[1-4](?![0-9])|第 ?[1-4] ?季度", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
