using System.Globalization;

namespace Pipeline.Model;

/// <summary>A theme's anchor, and the articles by which the theme is known again after it was renamed or reordered.</summary>
public sealed record ThemeAnchor(string Id, string Name, string? Guide, IReadOnlyList<string> Urls);

/// <summary>The anchors of a published week: <c>n01</c> for items by canonical URL, <c>t1</c> for themes. They are only ever appended to.</summary>
public sealed record Anchors(IReadOnlyDictionary<string, string> Items, IReadOnlyList<ThemeAnchor> Themes)
{
    public static Anchors None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), []);

    /// <summary>Gives every new article the next number, in the order given; what has a number keeps it.</summary>
    public Anchors WithItems(IEnumerable<string> urls)
    {
        var items = new Dictionary<string, string>(Items, StringComparer.Ordinal);
        foreach (var url in urls)
            items.TryAdd(url, string.Create(CultureInfo.InvariantCulture, $"n{items.Count + 1:00}"));
        return this with { Items = items };
    }
}
