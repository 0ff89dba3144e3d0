using System.Text;

namespace Pipeline.Feeds;

/// <summary>Which namespace prefixes a document uses, and which of them its root doesn't declare.</summary>
internal sealed class XmlPrefixes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["slash"] = "http://purl.org/rss/1.0/modules/slash/",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["wfw"] = "http://wellformedweb.org/CommentAPI/",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
    };

    private readonly SortedSet<string> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared = new(["xml", "xmlns"], StringComparer.Ordinal);

    /// <summary>Notes the prefix of an element; gives the name back.</summary>
    public string Element(string name)
    {
        Use(name);
        return name;
    }

    /// <summary>Notes an attribute. False where it can't be written: a prefix declared as nothing, or one that is reserved.</summary>
    public bool Attribute(string name, string value, bool atRoot)
    {
        if (!name.StartsWith("xmlns", StringComparison.Ordinal))
        {
            Use(name);
            return true;
        }
        if (name == "xmlns")
            return !IsReserved(value);
        if (!name.StartsWith("xmlns:", StringComparison.Ordinal))
            return true;
        var prefix = name["xmlns:".Length..];
        if (value.Length == 0 || prefix is "xml" or "xmlns" || IsReserved(value))
            return false;
        if (atRoot)
            declared.Add(prefix);
        return true;
    }

    /// <summary>The declarations to add to the root.</summary>
    public string Missing()
    {
        var missing = new StringBuilder();
        foreach (var prefix in used.Where(prefix => !declared.Contains(prefix)))
            missing.Append(" xmlns:").Append(prefix).Append("=\"").Append(Known.GetValueOrDefault(prefix, "urn:undeclared:" + prefix)).Append('"');
        return missing.ToString();
    }

    private static bool IsReserved(string value) => value is "http://www.w3.org/XML/1998/namespace" or "http://www.w3.org/2000/xmlns/";

    private void Use(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
            used.Add(name[..colon]);
    }
}
