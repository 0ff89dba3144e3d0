namespace Pipeline.Clipping;

/// <summary>The article's title: a heading that the page's own title confirms, else what the page declares, without the site's name.</summary>
internal static class TitleFinder
{
    public static string? Find(Page page, string? site)
    {
        var declared = Declared(page).OfType<string>().ToList();
        var headings = Headings(page);
        var confirmed = headings.Where(heading => declared.Exists(title => Confirms(title, heading)));
        return confirmed.MaxBy(heading => Math.Min(heading.Length, 200))
            ?? OnlyHeading(page, site)
            ?? declared.Select(title => TitleText.WithoutSite(title, site)).FirstOrDefault()
            ?? headings.FirstOrDefault();
    }

    private static IEnumerable<string?> Declared(Page page) =>
        [page.Data.IsArticle ? page.Data.Headline : null, page.Meta.Get("og:title", "twitter:title"), Wording.Fold(page.Document.Title)];

    /// <summary>Level one headings; where no declared title is one of them, lower ones too: many Chinese pages have the title in h2, and the logo in h1.</summary>
    private static List<string> Headings(Page page) =>
        [.. page.Document.QuerySelectorAll("h1,h2,h3").Take(200).OrderBy(heading => heading.LocalName, StringComparer.Ordinal)
            .Select(heading => Wording.Fold(heading.TextContent)).OfType<string>().Where(text => text.Length <= 300)];

    /// <summary>The page's one first-level heading, unless it is the site's own name.</summary>
    private static string? OnlyHeading(Page page, string? site) =>
        page.Document.QuerySelectorAll("h1") is { Length: 1 } only && Wording.Fold(only[0].TextContent) is { Length: <= 300 } heading
            && TitleText.Weight(heading) >= 3 && !(site is not null && TitleText.Same(heading, site)) ? heading : null;

    private static bool Confirms(string title, string heading)
    {
        string whole = TitleText.Key(title), part = TitleText.Key(heading);
        return TitleText.Weight(heading) >= 3 && whole.Contains(part, StringComparison.Ordinal) && part.Length * 3 >= whole.Length;
    }
}
