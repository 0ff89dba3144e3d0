namespace Pipeline.Clipping.Scoring;

/// <summary>What the whole page says, the same for each of its lines, and where in it the line stands.</summary>
/// <remarks>Few on purpose: counts of the whole page name it, and a forest learns pages by heart from them.</remarks>
internal static class PageFeatures
{
    public static void Add(FeatureRow row, PageEvidence page, Line line)
    {
        row.Add("page-han", page.IsHan);
        row.Add("page-is-article", page.Page.Data.IsArticle || page.Page.Meta.Get("og:type") == "article");
        row.Add("page-place", (double)line.Index / Math.Max(1, page.Outline.Lines.Count));
    }
}
