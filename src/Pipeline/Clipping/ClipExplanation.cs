using Pipeline.Clipping.Scoring;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>A body that was thought of.</summary>
/// <param name="Evidence"><c>scored</c>: the learned scores; <c>rules</c>: block density and names; <c>structured data</c>: what JSON-LD states.</param>
/// <param name="Words">How much text it has; a Han character is a word.</param>
public sealed record BodyCandidate(string Evidence, int Words);

/// <summary>A line of the page and what was made of it.</summary>
/// <param name="Tag">The nearest block element's.</param>
/// <param name="Score">The probability, 0 to 1, that the line is the article's; null where nothing was scored.</param>
/// <param name="Within">What the elements around it are named for: related, caption, body; the narrower the earlier.</param>
/// <param name="Notes">What else counted: <c>notice</c>, <c>pruned</c>, <c>kept by rules</c>, <c>credit</c>.</param>
public sealed record LineDecision(string Text, string Tag, bool Kept, double? Score, IReadOnlyList<string> Within, IReadOnlyList<string> Notes);

/// <summary>What was clipped from a page, and why that.</summary>
public sealed record ClipExplanation(Clip Clip, string Winner, IReadOnlyList<BodyCandidate> Candidates, IReadOnlyList<LineDecision> Lines)
{
    /// <summary>Which evidence gave it; null where the page has none.</summary>
    public string? TitleFrom { get; private init; }

    /// <inheritdoc cref="TitleFrom"/>
    public string? BylineFrom { get; private init; }

    /// <inheritdoc cref="TitleFrom"/>
    public string? PublishedFrom { get; private init; }

    internal static ClipExplanation OfDocument(Clip clip) => new(clip, "no HTML", [], []);

    internal static ClipExplanation Of(Decision decision) =>
        new(decision.Clip, decision.Body.Winner, [.. CandidatesOf(decision)], [.. LinesOf(decision)])
        {
            TitleFrom = decision.TitleFrom,
            BylineFrom = decision.BylineFrom,
            PublishedFrom = decision.PublishedFrom,
        };

    private static IEnumerable<BodyCandidate> CandidatesOf(Decision decision)
    {
        var (body, lines) = (decision.Body, decision.Page.Outline.Lines);
        if (body.Scores.Count > 0)
            yield return new BodyCandidate("scored", lines.Where(line => body.Scores[line.Index] >= Forest.OfLines.Threshold).Sum(line => line.Words));
        if (body.Evidence is { } evidence)
            yield return new BodyCandidate("rules", lines.Where(line => evidence.Rules.Kept[line.Index]).Sum(line => line.Words));
        if (decision.Page.Data.Body is { } stated)
            yield return new BodyCandidate("structured data", StatedBody.Weight(stated));
        if (body.Winner == Body.BySelector)
            yield return new BodyCandidate(Body.BySelector, body.Lines.Sum(line => line.Words));
    }

    private static IEnumerable<LineDecision> LinesOf(Decision decision)
    {
        // By text too: a body that the page states, or that a selector names, has lines of its own.
        var kept = decision.Lines.Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        var own = decision.Lines.Where(line => line.Index >= 0).Select(line => line.Index).ToHashSet();
        var scores = decision.Body.Scores;
        foreach (var line in decision.Page.Outline.Lines.Where(line => line.Words > 0))
            yield return new LineDecision(
                line.Text, line.Tag, decision.Body.Winner is "scored" or "rules" ? own.Contains(line.Index) : kept.Contains(line.Text),
                scores.Count > 0 ? Math.Round(scores[line.Index], 3) : null, [.. Within(decision.Body.Evidence, line)], [.. Notes(decision, line)]);
    }

    private static IEnumerable<string> Within(PageEvidence? evidence, Line line)
    {
        if (evidence is null)
            return [];
        var shares = evidence.Families.Of(line.Block).ToArray();
        return Enum.GetValues<Family>().Where(family => shares[(int)family] < FamilyShares.None)
            .OrderBy(family => shares[(int)family]).Select(family => family.ToString().ToLowerInvariant());
    }

    private static IEnumerable<string> Notes(Decision decision, Line line)
    {
        if (decision.Body.Evidence is { } evidence)
        {
            if (evidence.Notice[line.Index])
                yield return "notice";
            if (evidence.Rules.Pruned[line.Index])
                yield return "pruned";
            if (evidence.Rules.Kept[line.Index])
                yield return "kept by rules";
        }

        if (Credits.Is(line))
            yield return "credit";
    }
}
