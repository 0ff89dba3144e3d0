namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Finds a cause that no passage has, and an "all" or "only" that is the claim's own.</summary>
internal static class Gaps
{
    /// <summary>A cause that weighs less has too few words to be told.</summary>
    private const double LeastWeight = 4;

    /// <summary>Above this share of its words, by weight, no passage has it.</summary>
    private const double MostOpen = 0.35;

    private static readonly Lexicon Causes = new(
        "because|because of|due to|owing to|thanks to|as a result of|in response to|driven by|caused by|prompted by|stems from|stemmed from|blamed on|blames|blamed|attributed to|attributes|put down to|after|following|citing|for failing",
        "因|因为|由于|起因|原因|归因|归咎|得益于|受累于|导致|致使|缘于|源于|鉴于|理由");

    private static readonly Lexicon Totals = new(
        "all|every|only|none|always|entirely|fully|any|both|sole|immediately|permanently|anyone|everyone|regardless",
        "所有|全部|全面|均|都|只|仅|一律|完全|任何|永久|无论|正式|立即|各");

    public static IEnumerable<string> Causeless(Aligned aligned)
    {
        var tokens = aligned.Claim.Tokens;
        foreach (var marker in Causes.In(aligned.Claim.Digits))
        {
            if (tokens.FirstOrDefault(token => token.Start >= marker.End) is not { } next)
                continue;
            var cause = Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Start >= marker.End && tokens[i].Clause == next.Clause).ToList();
            if (cause.Sum(i => tokens[i].Weight) >= LeastWeight && 1 - aligned.Coverage(cause) > MostOpen)
                yield return $"no cited passage gives '{string.Join(' ', cause.Select(i => tokens[i].Written))}' for a cause";
        }
    }

    public static IEnumerable<string> Totality(Aligned aligned) =>
        aligned.Passages.Any(passage => Totals.Matches(passage.Digits)) ? []
            : Totals.In(aligned.Claim.Digits).Select(span => $"no cited passage says '{span.Of(aligned.Claim.Digits)}'");
}
