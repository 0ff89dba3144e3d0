using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Finds a season, or a time told from today, where the passages have another: spring for autumn, last year for last month.</summary>
internal static partial class Times
{
    public static IEnumerable<string> Faults(Aligned aligned)
    {
        var known = aligned.Passages.SelectMany(passage => In(passage.Digits)).Select(pair => pair.Time).ToHashSet(StringComparer.Ordinal);
        return In(aligned.Claim.Digits).Where(pair => !known.Contains(pair.Time) && known.Any(time => time[0] == pair.Time[0] || time[1..] == pair.Time[1..]))
            .Select(pair => $"the cited passage has another time than '{pair.Written}'").Distinct();
    }

    /// <summary>Seasons, and times told from today: a letter for which, and the span.</summary>
    private static IEnumerable<(string Time, string Written)> In(string text)
    {
        foreach (Match match in Season().Matches(text))
            yield return ("s" + match.Value.ToLowerInvariant() switch { "spring" or "春" or "春季" or "春天" => "1", "summer" or "夏" or "夏季" or "夏天" => "2", "winter" or "冬" or "冬季" or "冬天" => "4", _ => "3" }, match.Value);
        foreach (Match match in Relative().Matches(text))
            yield return (match.Groups["which"].Value.ToLowerInvariant() switch { "last" or "上" or "上个" or "去" => "l", "next" or "下" or "下个" or "明" => "n", _ => "t" }
                + match.Groups["span"].Value.ToLowerInvariant() switch { "year" or "年" => "y", "month" or "月" => "m", "week" or "周" or "星期" => "w", _ => "q" }, match.Value);
    }

    [GeneratedRegex(@"(?i)\b(?:spring|summer|autumn|winter)\b|[春夏秋冬](?:季|天|(?=[，。、]))|(?<=[今明去]年?)[春夏秋冬]", RegexOptions.CultureInvariant)]
    private static partial Regex Season();

    [GeneratedRegex(@"(?i)\b(?<which>last|next|this) (?<span>year|month|week|quarter)\b|(?<which>[去明今])(?<span>年)|(?<which>[上下本]个?)(?<span>月|周|星期|季度)", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();
}
