namespace Pipeline.Clipping.Scoring;

/// <summary>What the rules make of a page: the part that holds the article, what is pruned, and the lines that they would keep.</summary>
internal sealed class RuleBody
{
    public required Part Body { get; init; }

    /// <summary>By line: kept by the rules.</summary>
    public required bool[] Kept { get; init; }

    /// <summary>By line: in a part that was pruned.</summary>
    public required bool[] Pruned { get; init; }

    public int First { get; private init; }

    public int Last { get; private init; }

    public static RuleBody Of(Outline outline, string? title)
    {
        Pruner.ByName(outline);
        Pruner.LinkLists(outline, outline.Parts[0]);
        var body = BodyFinder.Find(outline);
        Pruner.LinkLists(outline, body);
        var kept = new bool[outline.Lines.Count];
        foreach (var line in LineFilter.Filter(outline.LinesOf(body), title))
            kept[line.Index] = true;
        return new RuleBody
        {
            Body = body,
            Kept = kept,
            Pruned = [.. outline.Lines.Select(line => outline.Parts[line.Block].Pruned)],
            First = Math.Max(0, Array.IndexOf(kept, true)),
            Last = Math.Max(0, Array.LastIndexOf(kept, true)),
        };
    }
}
