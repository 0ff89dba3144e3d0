using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a comparison whose two sides have changed places: "Halden grew faster than Fern" for "Fern grew faster than Halden".</summary>
internal static partial class Comparatives
{
    /// <summary>Each beside its contrary: with the contrary the sides change places and all is well.</summary>
    private static readonly string[] Contraries =
    [
        "fast slow", "quick slow", "more less", "more few", "cheap dear", "cheap cost", "high low", "larg small", "big small", "great small", "better wors", "good bad", "long short", "old new", "old young", "strong weak",
        "earli later", "earli late", "soon later", "hard easi", "heavi light", "wide narrow", "safe riski", "快 慢", "高 低", "多 少", "大 小", "早 晚", "强 弱", "好 差", "贵 廉", "贵 便", "长 短", "重 轻", "优 劣", "老 新",
    ];

    public static IEnumerable<string> Faults(Statement claim, IReadOnlyList<Statement> passages)
    {
        var said = In(claim.Text).ToList();
        if (said.Count == 0)
            yield break;
        var known = passages.Where(passage => passage.Language == claim.Language).SelectMany(passage => In(passage.Text)).ToList();
        foreach (var comparison in said)
            if (known.Exists(other => comparison.Turns(other)) && !known.Exists(other => comparison.Keeps(other)))
                yield return $"the cited passage has the two sides of '{comparison.Written}' the other way round";
    }

    private static IEnumerable<Comparison> In(string text) =>
        Clause.In(text).SelectMany(clause => English().Matches(clause.Text).Concat(Chinese().Matches(clause.Text)))
            .Select(match => new Comparison(match.Groups["how"].Value, Terms(match, "left"), Terms(match, "right"), match.Groups["than"].Value));

    private static HashSet<string> Terms(Match match, string side) => Analysis.Terms.Of(match.Groups[side].Value).ToHashSet(StringComparer.Ordinal);

    /// <param name="How">The comparative, by which two comparisons are known to be of one kind.</param>
    private sealed record Comparison(string How, HashSet<string> Left, HashSet<string> Right, string Written)
    {
        public bool Turns(Comparison other) => AreContrary(other) ? IsStraight(other) : IsSame(other) && IsCrossed(other);

        public bool Keeps(Comparison other) => AreContrary(other) ? IsCrossed(other) : IsSame(other) && IsStraight(other);

        /// <summary>What only the one side of each has is on the other side of the other.</summary>
        private bool IsCrossed(Comparison other) => Own(Left, Right).Overlaps(Own(other.Right, other.Left)) && Own(Right, Left).Overlaps(Own(other.Left, other.Right)) && !Own(Right, Left).Overlaps(Own(other.Right, other.Left));

        private bool IsStraight(Comparison other) => Own(Right, Left).Overlaps(Own(other.Right, other.Left)) && !Own(Right, Left).Overlaps(Own(other.Left, other.Right));

        private bool IsSame(Comparison other) => Root == other.Root;

        private bool AreContrary(Comparison other) =>
            Contraries.Any(pair => pair.Split(' ') is [var one, var two] && ((Root.StartsWith(one, StringComparison.Ordinal) && other.Root.StartsWith(two, StringComparison.Ordinal)) || (Root.StartsWith(two, StringComparison.Ordinal) && other.Root.StartsWith(one, StringComparison.Ordinal))));

        private string Root => field ??= How.ToLowerInvariant() is var how && how.Length > 4 && how.EndsWith("er", StringComparison.Ordinal) && how is not ("later" or "better" or "rather" or "other") ? how[..^2] : how;

        private static HashSet<string> Own(HashSet<string> side, HashSet<string> other) => [.. side.Except(other, StringComparer.Ordinal)];
    }

    /// <summary>"More than 40" compares nothing, and neither do "rather than" and "no sooner than".</summary>
    [GeneratedRegex(@"(?i)(?<left>.{3,200}?)\b(?<than>(?<how>more|less|fewer|better|worse|(?!rather|other|whether|neither|either)[a-z]{3,}er)(?: (?!than\b)[a-z'-]+){0,4} than) (?![0-9$€£¥])(?<right>.{3,200})", RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex("(?<left>[^，。；：]{2,60}?)(?:得)?(?:(?<than>(?<!对|相|占|同|环|百分|之|可|性价|反|无|好)比(?!例|如|特|赛|较|重|分|值|率|拼|亚|利|尔|喻|对|起|方|照|邻|试|肩)(?<right>[^，。；：]{1,30}?)(?:(?:更加?|还要?|都|要)?(?<how>便宜|[快慢高低多少大小早晚强弱好差贵长短重轻优])|更加?(?<how>[一-鿿]{2})))|(?<than>(?<how>[快慢高低多少大小早晚强弱优劣])于)(?<right>[^，。；：]{2,60}))", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
