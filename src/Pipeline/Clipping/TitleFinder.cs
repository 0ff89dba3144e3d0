namespace Pipeline.Clipping;

/// <summary>The article's title: a heading that the page's own title confirms, else what the page declares, without the site's name.</summary>
internal static class TitleFinder
{
    /// <summary>How many of its words a first-level heading must share with a declared title to be the same title in other words.</summary>
    private const double Alike = 0.5;

    public static Found<string>? Find(Page page, string? site)
    {
        foreach (var (from, title) in Candidates(page, site))
            if (title is not null)
                return new Found<string>(title, from);
        return null;
    }

    /// <summary>In the order in which they are believed, each looked for only where those before it gave nothing.</summary>
    private static IEnumerable<(string From, string? Title)> Candidates(Page page, string? site)
    {
        var declared = Declared(page).OfType<string>().ToList();
        var headings = Headings(page);
        var first = headings.Where(heading => heading.Level == 1).Select(heading => heading.Text).ToList();
        yield return ("h1, as declared", Longest(first.Where(heading => declared.Exists(title => Confirms(title, heading)))));
        yield return ("h1, in other words than declared", first.Find(heading => !IsSite(heading, site) && declared.Exists(title => TitleText.Shared(heading, title) >= Alike)));
        yield return ("heading, as declared", Longest(headings.Where(heading => declared.Exists(title => Confirms(title, heading.Text))).Select(heading => heading.Text)));
        yield return ("only h1", OnlyHeading(page, site));
        yield return ("declared", declared.Select(title => TitleText.WithoutSite(TitleText.WithoutHost(title, page.Url), site)).FirstOrDefault());
        yield return ("first heading", headings.Select(heading => heading.Text).FirstOrDefault());
    }

    private static IEnumerable<string?> Declared(Page page) =>
        [page.Data.IsArticle ? page.Data.Headline : null, page.Meta.Get("og:title", "twitter:title"), Wording.Fold(page.Document.Title)];

    /// <summary>Level one headings; where no declared title is one of them, lower ones too: many Chinese pages have the title in h2, and the logo in h1.</summary>
    private static List<(int Level, string Text)> Headings(Page page) =>
        [.. page.Document.QuerySelectorAll("h1,h2,h3").Take(200).OrderBy(heading => heading.LocalName, StringComparer.Ordinal)
            .Select(heading => (heading.LocalName[1] - '0', Wording.Fold(heading.TextContent) ?? "")).Where(heading => heading.Item2.Length is > 0 and <= 300)];

    private static string? Longest(IEnumerable<string> headings) => headings.MaxBy(heading => Math.Min(heading.Length, 200));

    /// <summary>The page's one first-level heading, unless it is the site's own name.</summary>
    private static string? OnlyHeading(Page page, string? site) =>
        page.Document.QuerySelectorAll("h1") is { Length: 1 } only && Wording.Fold(only[0].TextContent) is { Length: <= 300 } heading
            && TitleText.Weight(heading) >= 3 && !IsSite(heading, site) && heading[^1] is not (':' or '：') ? heading : null;

    private static bool IsSite(string heading, string? site) => site is not null && TitleText.Same(heading, site);

    private static bool Confirms(string title, string heading)
    {
        string whole = TitleText.Key(title), part = TitleText.Key(heading);
        return TitleText.Weight(heading) >= 3 && whole.Contains(part, StringComparison.Ordinal) && part.Length * 3 >= whole.Length;
    }
}
