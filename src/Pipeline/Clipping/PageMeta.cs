using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>What a page says of itself in <c>meta</c> elements, by lower-case name or property; the first of a name counts.</summary>
internal sealed class PageMeta
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public PageMeta(IDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is not null && Wording.Plain(meta.GetAttribute("content")) is { } content)
                _values.TryAdd(name.Trim(), content);
        }
    }

    /// <summary>The first of the names that the page has.</summary>
    public string? Get(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_values.TryGetValue(name, out var value))
                return value;
        return null;
    }
}
