using Pipeline.Clipping.Scoring;

namespace Pipeline.Clipping;

/// <summary>The lines of a page that are the article, and how they were come by.</summary>
/// <param name="Winner">Which evidence decided: <c>scored</c>, <c>rules</c>, <c>structured data</c> or <c>selector</c>.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record Body(IReadOnlyList<Line> Lines, string Winner, double Confidence)
{
    /// <summary>By the page's lines: how likely each is the article's. Empty where the page has none.</summary>
    public IReadOnlyList<float> Scores { get; private init; } = [];

    public PageEvidence? Evidence { get; private init; }

    public static Body Clip(Page page, string? title)
    {
        if (page.Outline.IsEmpty)
            return Stated(new Body([], "rules", 0), page.Data.Body);
        var evidence = PageEvidence.Of(page, title);
        var scores = LineScores.Of(evidence);
        return Stated(Best(page.Outline, evidence, scores) with { Scores = scores, Evidence = evidence }, page.Data.Body);
    }

    /// <summary>The winner where an editor said where the body stands.</summary>
    public const string BySelector = "selector";

    public static Body Selected(IReadOnlyList<Line> lines) => new(lines, BySelector, 1);

    /// <summary>What the scores keep; where that is nothing, what the rules keep.</summary>
    private static Body Best(Outline outline, PageEvidence evidence, float[] scores)
    {
        var scored = Array.ConvertAll(scores, score => score >= Forest.OfLines.Threshold);
        if (scored.Contains(true))
            Wholes.Settle(outline, scores, scored);
        var (kept, winner) = scored.Contains(true) ? (scored, "scored") : (evidence.Rules.Kept, "rules");
        return new Body([.. outline.Lines.Where(line => kept[line.Index])], winner, LineScores.Confidence(outline, scores, kept));
    }

    private static Body Stated(Body found, string? stated)
    {
        var lines = StatedBody.Settle(found.Lines, stated);
        return ReferenceEquals(lines, found.Lines) ? found : found with { Lines = lines, Winner = "structured data", Confidence = Math.Max(found.Confidence, StatedBody.Confidence) };
    }
}
