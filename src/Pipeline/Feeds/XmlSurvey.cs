using System.Xml;

namespace Pipeline.Feeds;

/// <summary>Well-formed XML, its root's local name in lower case, and how many items or entries stand in it, wherever they stand.</summary>
internal sealed record XmlSurvey(string Text, string Root, int Items)
{
    /// <summary>Reads to the end; null where elements nest too deep for parsers that recurse, or have too many attributes for parsers that look through all.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XmlSurvey? Of(XmlReader reader, string text)
    {
        var (root, items) = ("", 0);
        // Modules have items of their own; those of the feed are in the namespace of its root or its channel.
        HashSet<string> own = [""];
        while (reader.Read())
        {
            if (reader.Depth > XmlMarkup.Deepest || reader.AttributeCount > XmlMarkup.MostAttributes)
                return null;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 0)
                root = reader.LocalName.ToLowerInvariant();
            if (reader.Depth == 0 || Is(reader, "channel"))
                own.Add(reader.NamespaceURI);
            if (Is(reader, ItemName(root)) && own.Contains(reader.NamespaceURI))
                items++;
        }
        return new XmlSurvey(text, root, items);
    }

    public static string ItemName(string root) => root == "feed" ? "entry" : "item";

    private static bool Is(XmlReader reader, string name) => reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);
}
