using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>Lines that stand on page after page of one site: disclaimers, invitations, a column's fixed words. One page alone can't tell them from its article.</summary>
public static class RepeatedLines
{
    /// <summary>On fewer pages, or on less than this share of the site's, it may be news.</summary>
    private const int FewestPages = 4;

    private const double LeastShare = 0.5;

    /// <summary>Each article without the lines that repeat over its site's articles; one that would be left with none stays as it is.</summary>
    /// <param name="articles">What the archive holds of a time: a week's articles are enough to tell.</param>
    public static IReadOnlyList<Article> LeftOut(IReadOnlyList<Article> articles)
    {
        var bySite = articles.GroupBy(Site, StringComparer.Ordinal).ToDictionary(site => site.Key, Of, StringComparer.Ordinal);
        return [.. articles.Select(article => bySite[Site(article)] is { Count: > 0 } repeated ? Without(article, repeated) : article)];
    }

    private static string Site(Article article) => Uri.TryCreate(article.Url, UriKind.Absolute, out var url) ? url.Host : article.Url;

    private static HashSet<string> Of(IEnumerable<Article> articles)
    {
        var pages = articles.Select(article => article.Text).Distinct(StringComparer.Ordinal).ToList();
        if (pages.Count < FewestPages)
            return [];
        return pages.SelectMany(page => page.Split('\n').Distinct(StringComparer.Ordinal)).CountBy(line => line, StringComparer.Ordinal)
            .Where(line => line.Value >= Math.Max(FewestPages, LeastShare * pages.Count)).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static Article Without(Article article, HashSet<string> repeated)
    {
        var lines = article.Text.Split('\n').Where(line => !repeated.Contains(line)).ToList();
        return lines.Count == 0 ? article : article with { Text = string.Join('\n', lines) };
    }
}
