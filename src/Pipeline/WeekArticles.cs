using Pipeline.Model;

namespace Pipeline;

/// <summary>A week's articles as the stages take them.</summary>
internal static class WeekArticles
{
    /// <summary>
    /// One article for each canonical URL, whichever feeds carried it, with publisher and weight as sources.yaml has them now.
    /// Which feed's copy is taken depends on what it is, never on which came first.
    /// </summary>
    public static IReadOnlyList<Article> Fold(IReadOnlyList<Article> articles, IReadOnlyList<Source> sources)
    {
        var configured = sources.ToDictionary(source => source.Name, StringComparer.Ordinal);
        return
        [
            .. articles
                .Select(article => configured.TryGetValue(article.Source, out var source)
                    ? article with { Publisher = source.Publisher, Weight = source.Weight }
                    : article)
                .GroupBy(article => article.Url, StringComparer.Ordinal)
                .Select(copies => copies
                    .OrderByDescending(copy => copy.Weight)
                    .ThenBy(copy => copy.Origin)
                    .ThenByDescending(copy => copy.Text.Length)
                    .ThenBy(copy => copy.Published)
                    .ThenBy(copy => copy.Source, StringComparer.Ordinal)
                    .First())
                .OrderBy(article => article.Published)
                .ThenBy(article => article.Url, StringComparer.Ordinal),
        ];
    }
}
