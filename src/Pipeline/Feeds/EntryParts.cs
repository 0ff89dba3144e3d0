using System.Xml.Linq;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>What entries of all forms have in common.</summary>
internal static class EntryParts
{
    private static readonly string[] OtherCategories = ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://search.yahoo.com/mrss/"];

    /// <summary>With the feed's own id, else the URL, else a hash of what there is.</summary>
    public static Entry Identified(this Entry entry, string? id) => entry with
    {
        Id = id?.Trim() is { Length: > 0 } own ? own : entry.Url ?? Hash(entry),
    };

    public static bool IsAlternate(XElement link) => link.AttributeValue("rel") is null or "" or "alternate";

    /// <summary>Atom's labels and terms, RSS categories, Dublin Core subjects, each once.</summary>
    public static IReadOnlyList<string> Categories(XElement element) => Distinct(element.Elements()
        .Where(child => child.Name.LocalName is "category" or "subject" && !OtherCategories.Contains(child.Name.NamespaceName))
        .Select(child => child.AttributeValue("label") ?? child.AttributeValue("term") ?? child.Value));

    public static IReadOnlyList<string> Distinct(IEnumerable<string?> names) =>
        [.. names.Select(name => PlainText.Of(name)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Names as one line; null where there are none.</summary>
    public static string? Joined(IEnumerable<string?> names) => Distinct(names) is { Count: > 0 } some ? string.Join(", ", some) : null;

    private static string Hash(Entry entry) =>
        StableId.Of(FormattableString.Invariant($"{entry.Title}\n{entry.Published:o}\n{entry.Summary}\n{entry.Content}"));
}
