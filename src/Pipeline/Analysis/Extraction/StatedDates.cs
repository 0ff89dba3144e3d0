using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Analysis.Grounding;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The dates a sentence states with their year, each as the last day it can mean.</summary>
internal static partial class StatedDates
{
    /// <param name="digits">A sentence as <see cref="Numerals.InDigits"/> writes it: a month is "3月" in either language, and follows or precedes its year.</param>
    public static IEnumerable<Due> DuesWithYear(string digits) => Dated().Matches(digits).Select(LastDay).OfType<Due>();

    /// <summary>The same sentence without those dates.</summary>
    public static string Without(string digits) => Dated().Replace(digits, " ");

    private static Due? LastDay(Match match)
    {
        var year = Number(match.Groups["year"]);
        if (year is < 1900 or > 2200)
            return null;
        if (match.Groups["quarter"].Success)
            return MonthEnd(year, 3 * Number(match.Groups["quarter"]));
        if (match.Groups["half"].Success)
            return MonthEnd(year, match.Groups["half"].Value == "上" ? 6 : 12);
        if (!match.Groups["month"].Success)
            return new Due(new DateOnly(year, 12, 31), DuePrecision.Year);
        var month = Number(match.Groups["month"]);
        if (month is < 1 or > 12)
            return null;
        return match.Groups["day"].Success && Number(match.Groups["day"]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month)
            ? new Due(new DateOnly(year, month, day), DuePrecision.On) : MonthEnd(year, month);
    }

    private static Due MonthEnd(int year, int month) => new(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DuePrecision.Month);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9])(?<month>[0-9]{1,2})月 *(?:(?<day>[0-9]{1,2})日 *)?,? *(?<year>(?:19|20)[0-9]{2})(?![0-9年])|" +
        @"(?:Q(?<quarter>[1-4])|(?:the )?(?<quarter>[1-4])(?:st|nd|rd|th) quarter)(?: of)?,? *(?<year>(?:19|20)[0-9]{2})(?![0-9])|" +
        @"(?<![0-9])(?<year>(?:19|20)[0-9]{2}) ?年 ?(?:第? ?(?<quarter>[1-4]) ?季度|(?<half>[上下])半年|(?<month>[0-9]{1,2}) ?月 ?(?:(?<day>[0-9]{1,2}) ?[日号])?)?|" +
        @"(?<![0-9.,$€£])(?<year>(?:19|20)[0-9]{2})(?:[- ]?Q(?<quarter>[1-4]))?(?![0-9%]|[.,][0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
