using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>The lines of a page that are the article.</summary>
internal static class Body
{
    /// <summary>Shorter than this, the body that JSON-LD gives is believed before what was found in the markup.</summary>
    private const int FewWords = 40;

    public static IReadOnlyList<Line> Clip(Page page, string? title)
    {
        var outline = page.Outline;
        if (outline.IsEmpty)
            return Stated(page.Data.Body);
        Pruner.ByName(outline, outline.Parts[0]);
        var body = BodyFinder.Find(outline);
        Pruner.LinkLists(outline, body);
        var lines = LineFilter.Filter(Kept(outline, body), title);
        return lines.Sum(line => line.Words) < FewWords && Stated(page.Data.Body) is { Count: > 0 } stated ? stated : lines;
    }

    private static List<Line> Kept(Outline outline, Part body)
    {
        var lines = new List<Line>();
        var pruned = Pruned(outline);
        for (var i = body.FirstLine; i < body.EndLine; i++)
            if (!pruned[outline.Lines[i].Block])
                lines.Add(outline.Lines[i]);
        return lines;
    }

    /// <summary>For each part whether it or one around it was pruned.</summary>
    private static bool[] Pruned(Outline outline)
    {
        var pruned = new bool[outline.Parts.Count];
        foreach (var part in outline.Parts)
            pruned[part.Index] = part.Pruned || part.Parent >= 0 && pruned[part.Parent];
        return pruned;
    }

    private static List<Line> Stated(string? text) => text is null || Weight(text) < FewWords
        ? []
        : [.. text.Split('\n').Select(line => new Line(line, 0, "p", Weight(line), 0)).Where(line => line.Words > 0)];

    private static int Weight(string text) => text.Count(Script.IsHan) + text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
