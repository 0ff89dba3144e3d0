using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>Knows a week's themes again after a rebuild: by the guide that drew them together, else by the articles they share.</summary>
internal static class ThemeMatching
{
    /// <summary>The earlier id of each theme, null where it is new. One to one; of equal overlaps the lower id, then the weightier theme, has its way.</summary>
    public static string?[] Match(IReadOnlyList<ThemeAnchor> earlier, IReadOnlyList<Theme> themes)
    {
        var ids = new string?[themes.Count];
        foreach (var (anchor, theme) in ByGuide(earlier, themes).Concat(ByArticles(earlier, themes)))
            if (ids[theme] is null && !ids.Contains(earlier[anchor].Id))
                ids[theme] = earlier[anchor].Id;
        return ids;
    }

    private static IEnumerable<(int Anchor, int Theme)> ByGuide(IReadOnlyList<ThemeAnchor> earlier, IReadOnlyList<Theme> themes) =>
        from theme in Enumerable.Range(0, themes.Count)
        from anchor in Enumerable.Range(0, earlier.Count)
        where themes[theme].Guide is { } guide && guide == earlier[anchor].Guide
        select (anchor, theme);

    private static IEnumerable<(int Anchor, int Theme)> ByArticles(IReadOnlyList<ThemeAnchor> earlier, IReadOnlyList<Theme> themes)
    {
        var urls = themes.Select(theme => theme.Articles.Select(article => article.Url).ToHashSet(StringComparer.Ordinal)).ToArray();
        return from anchor in Enumerable.Range(0, earlier.Count)
               from theme in Enumerable.Range(0, themes.Count)
               let shared = earlier[anchor].Urls.Count(urls[theme].Contains)
               where shared > 0
               orderby shared descending, anchor, theme
               select (anchor, theme);
    }
}
