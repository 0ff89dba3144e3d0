namespace Pipeline.Digests.Checking;

/// <summary>What any page must keep: no stray Markdown, anchors that are unique, relative links that lead to a page and an anchor on it.</summary>
internal static class LinkCheck
{
    public static IEnumerable<Finding> Run(DigestsFolder folder, Page page)
    {
        var doubles = page.Anchors.GroupBy(anchor => anchor.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1));
        return page.Strays
            .Concat(doubles.Select(anchor => page.Finding(anchor.Line, $"the anchor '{anchor.Id}' stands twice on the page")))
            .Concat(page.Links.SelectMany(link => Leads(folder, page, link)));
    }

    private static IEnumerable<Finding> Leads(DigestsFolder folder, Page page, PageLink link)
    {
        if (link.Url.StartsWith("https://", StringComparison.Ordinal) || link.Url.StartsWith("http://", StringComparison.Ordinal))
            yield break;
        if (PublishedWeek.Resolve(page.Path, link.Url) is not { } target || !folder.Has(target.File))
            yield return page.Finding(link.Line, $"the link [{link.Label}]({link.Url}) leads to no page");
        else if (target.Anchor is { } anchor && folder.Page(target.File)?.HasAnchor(anchor) != true)
            yield return page.Finding(link.Line, $"the link [{link.Label}]({link.Url}) leads to an anchor that {target.File} does not have");
    }
}
