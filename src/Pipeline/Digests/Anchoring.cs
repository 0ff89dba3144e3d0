using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>Gives items and themes the anchors by which pages link to them, and never takes one back.</summary>
public static class Anchoring
{
    /// <summary>What has an anchor keeps it. New items follow by publication and URL, new themes in the order of their weight.</summary>
    public static Anchors Assign(Anchors earlier, IReadOnlyList<Article> articles, Grouping grouping)
    {
        var urls = articles.OrderBy(article => article.Published).ThenBy(article => article.Url, StringComparer.Ordinal).Select(article => article.Url);
        return earlier.WithItems(urls) with { Themes = Themes(earlier.Themes, grouping.Themes) };
    }

    /// <summary>The same grouping, each theme with the id that <see cref="Assign"/> gave it.</summary>
    /// <exception cref="ArgumentException">A theme has no anchor.</exception>
    public static Grouping WithIds(Grouping grouping, Anchors anchors) =>
        grouping with { Themes = [.. grouping.Themes.Select(theme => theme with { Id = IdOf(theme, anchors) })] };

    private static string IdOf(Theme theme, Anchors anchors)
    {
        var urls = UrlsOf(theme);
        var anchor = anchors.Themes.FirstOrDefault(anchor => anchor.Name == theme.Name && anchor.Guide == theme.Guide && anchor.Urls.SequenceEqual(urls));
        return anchor?.Id ?? throw new ArgumentException($"The theme '{theme.Name}' was given no anchor.", nameof(anchors));
    }

    private static ThemeAnchor[] Themes(IReadOnlyList<ThemeAnchor> earlier, IReadOnlyList<Theme> themes)
    {
        var ids = ThemeMatching.Match(earlier, themes);
        var next = earlier.Select(Number).DefaultIfEmpty().Max();
        var given = themes
            .Select((theme, rank) => new ThemeAnchor(ids[rank] ?? string.Create(CultureInfo.InvariantCulture, $"t{++next}"), theme.Name, theme.Guide, UrlsOf(theme)))
            .ToArray();
        var removed = earlier.Where(anchor => given.All(kept => kept.Id != anchor.Id));
        return [.. given.Concat(removed).OrderBy(Number)];
    }

    private static int Number(ThemeAnchor anchor) => int.Parse(anchor.Id.AsSpan(1), CultureInfo.InvariantCulture);

    private static string[] UrlsOf(Theme theme) =>
        [.. theme.Articles.Select(article => article.Url).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
