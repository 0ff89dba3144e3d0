using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>Finds two names that have changed places: who buys whom, who sues whom.</summary>
internal static partial class Roles
{
    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> cited)
    {
        var known = cited.SelectMany(In).ToList();
        return In(claim).Where(deed => known.Contains((deed.Whom, deed.Who)) && !known.Contains(deed))
            .Select(deed => $"the cited passage has {deed.Whom} do it to {deed.Who}");
    }

    private static IEnumerable<(string Who, string Whom)> In(string folded) => Pattern().Matches(folded)
        .Select(match => match.Groups["passive"].Success ? (match.Groups["b"].Value, match.Groups["a"].Value) : (match.Groups["a"].Value, match.Groups["b"].Value));

    [GeneratedRegex(
        @"(?<a>[A-Z][\w-]+)(?:'s)?(?: [^.,;。；，]{0,40}?)?(?:(?<passive>\b(?:bought|acquired|sued|overtaken|beaten|accused|backed|taken over) by )|\b(?:buy|buys|bought|acquires?|acquired|sues?|sued|overtakes?|overtook|beats?|accuses?|accused|backs?|backed|takes? over|took over|invests? in|invested in) )(?:[^.,;A-Z]{0,20})(?<b>[A-Z][\w-]+)|" +
        @"(?<a>[A-Z][\w-]+) ?(?:(?<passive>被)[^，。；]{0,8}?(?<b>[A-Z][\w-]+) ?(?:收购|起诉|超越|击败|指控|投资)|[^，。；A-Z被]{0,14}(?:收购|起诉|超越|击败|指控|投资)[^，。；A-Z]{0,10}(?<b>[A-Z][\w-]+))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
