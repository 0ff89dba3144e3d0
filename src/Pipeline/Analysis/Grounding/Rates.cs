using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a rate whose time the passages do not state: "each month" for "each day".</summary>
internal static partial class Rates
{
    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> cited)
    {
        var known = cited.SelectMany(In).Select(rate => rate.Unit).ToHashSet(StringComparer.Ordinal);
        return In(claim).Where(rate => !known.Contains(rate.Unit) && !(rate.Written.EndsWith("ly", StringComparison.Ordinal) && cited.Any(passage => passage.Contains(rate.Unit, StringComparison.OrdinalIgnoreCase)))).Select(rate => $"'{rate.Written}' is in no cited passage");
    }

    private static IEnumerable<(string Unit, string Written)> In(string folded) => Pattern().Matches(folded)
        .Select(match => (Units.NameOf(Unit(match.Groups["unit"].Value.ToLowerInvariant())), match.Value));

    private static string Unit(string written) => written switch
    {
        "日" or "daily" => "day",
        "hourly" => "hour",
        "weekly" => "week",
        "monthly" => "month",
        "quarterly" => "quarter",
        "yearly" or "annual" or "annually" or "annum" => "year",
        "月" => "month",
        "季" => "quarter",
        _ => written,
    };

    [GeneratedRegex(@"\b(?:each|every|per|(?<=[0-9%](?: ?(?!in |within |for |over |of |than |after |once |times )(?:[a-z]+|[€$£])){0,2} )an?)[ -](?<unit>second|minute|hour|day|week|month|quarter|year|annum)\b(?! ago| earlier| later| after| before| of| when| in which|-)|\bper (?<unit>tonne|ton|kilogram|kg|litre|person|share|barrel|user|seat|household|vehicle|megawatt-hour|kilowatt-hour|square metre|head|token|request)\b|\b(?<unit>hourly|daily|weekly|monthly|quarterly|yearly|annual|annually)\b|(?<unit>[日月年周])(?=[产均薪销活]|租金)|每个?(?<unit>秒|分钟|小时|天|日|周|星期|月|季度|季|年|吨|公斤|千克|克|升|件|人|户|辆|台|次|股|平方米|千瓦时|度|桶|枚|斤)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
