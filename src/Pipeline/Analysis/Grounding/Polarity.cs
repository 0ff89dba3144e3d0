namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a "not" that a claim adds or drops.</summary>
internal static class Polarity
{
    private const double Alike = 0.8;

    private static readonly Lexicon Negations = new(
        "not|never|no|none|neither|nor|without|cannot|n't|don't|doesn't|didn't|won't|isn't|aren't|wasn't|weren't|hasn't|haven't|can't|couldn't|wouldn't|" +
        "no longer|fail to|fails to|failed to|refuse to|refuses to|refused to|decline to|declines to|declined to|deny|denies|denied|unable to|lacks|lacked",
        "不|没|未|无|并非|非|拒绝|否认|禁止",
        "not only|not just|no doubt|no later than|no less than|no. 1|not least|" +
        "不断|不仅|不但|不同|不少|不过|不久|不错|差不多|不得不|不管|不论|无论|未来|无人|无线|无疑|非常|非洲|没错|无障碍|不可或缺|不一|无数|无限|无缝|并非不");

    public static IEnumerable<string> Faults(Statement claim, IReadOnlyList<Statement> passages) =>
        Negations.Matches(claim.Text) ? Added(claim, passages) : Dropped(claim, passages);

    private static IEnumerable<string> Added(Statement claim, IReadOnlyList<Statement> passages)
    {
        if (!passages.Any(passage => Negations.Matches(passage.Text)))
            yield return "the claim denies what no cited passage denies";
        else
            foreach (var head in claim.Heads(Negations).Where(head => SaidOnly(head, passages, negated: false)))
                yield return $"the claim denies '{head}', the cited passage does not";

        foreach (var head in Turned(claim, passages))
            yield return $"the cited passage denies '{head}', the claim does not";
    }

    private static IEnumerable<string> Dropped(Statement claim, IReadOnlyList<Statement> passages)
    {
        foreach (var head in Turned(claim, passages))
            yield return $"the cited passage denies '{head}', the claim does not";

        if (passages.Any(passage => Negations.Matches(passage.Text) && SameThing(claim, passage)))
            yield return "the cited passage denies what the claim says";
    }

    private static IEnumerable<string> Turned(Statement claim, IReadOnlyList<Statement> passages)
    {
        var denied = claim.Heads(Negations);
        return passages.SelectMany(passage => passage.Heads(Negations)).Distinct(StringComparer.Ordinal)
            .Where(head => claim.Terms.Contains(head) && !denied.Contains(head) && SaidOnly(head, passages, negated: true));
    }

    /// <summary>Whether the passages say the word, and every time with a "not", or every time without.</summary>
    private static bool SaidOnly(string head, IReadOnlyList<Statement> passages, bool negated)
    {
        var said = passages.Sum(passage => passage.Terms.Count(term => term == head));
        var denied = passages.Sum(passage => passage.Heads(Negations).Count(term => term == head));
        return said > 0 && (negated ? denied >= said : denied == 0);
    }

    /// <summary>In one language: nearly the same words. Across languages: the passage is this one sentence.</summary>
    private static bool SameThing(Statement claim, Statement passage) =>
        claim.Language == passage.Language && Terms.Similarity(claim.Terms, passage.Terms) >= Alike;
}
