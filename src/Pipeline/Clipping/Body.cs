namespace Pipeline.Clipping;

/// <summary>The lines of a page that are the article.</summary>
internal static class Body
{
    public static IReadOnlyList<Line> Clip(Page page, string? title)
    {
        var found = page.Outline.IsEmpty ? [] : Found(page.Outline, title);
        return StatedBody.Settle(found, page.Data.Body);
    }

    private static IReadOnlyList<Line> Found(Outline outline, string? title)
    {
        Pruner.ByName(outline);
        Pruner.LinkLists(outline, outline.Parts[0]);
        var body = BodyFinder.Find(outline);
        Pruner.LinkLists(outline, body);
        return LineFilter.Filter(outline.LinesOf(body), title);
    }
}
