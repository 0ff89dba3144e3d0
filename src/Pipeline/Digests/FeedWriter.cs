using System.Text;
using System.Text.Json.Serialization;
using System.Xml;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>The digests as feeds: JSON Feed 1.1 (jsonfeed.org/version/1.1) and Atom (RFC 4287), with full content and absolute links.</summary>
/// <remarks>An entry's id is a tag URI (RFC 4151) of the site's host, the week's date and its label: it stays when paths or titles change.</remarks>
internal static class FeedWriter
{
    public const string Json = "feed.json";
    public const string AtomPath = "atom.xml";

    /// <summary>Half a year; readers keep what they have.</summary>
    private const int Most = 26;

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="page">The text of a page by its path; null where there is none, which leaves the week out.</param>
    /// <returns>Nothing where the site has no address.</returns>
    public static IReadOnlyList<OutputFile> Write(Manifest manifest, Site site, Func<string, string?> page)
    {
        if (site.Url is not { } root)
            return [];
        var entries = manifest.Weeks.Take(Most)
            .Select(week => page(week.Digest) is { } text ? Entry(week, text, root) : null).OfType<FeedEntry>().ToArray();
        return [new OutputFile(Json, JsonFeed(site, root, entries)), new OutputFile(AtomPath, Atom(site, root, entries))];
    }

    private static FeedEntry Entry(ManifestWeek week, string text, Uri root)
    {
        var address = new Uri(root, week.Digest[..^"index.md".Length]);
        return new FeedEntry($"tag:{root.IdnHost},{week.Date}:{week.Week}", address.AbsoluteUri, PlainText.Fold(week.Title), FeedContent.Of(text, address), week.End);
    }

    private static byte[] JsonFeed(Site site, Uri root, FeedEntry[] entries) => DigestJson.Write(new JsonFeedDocument(
        "https://jsonfeed.org/version/1.1", site.Title, new Uri(root, "archive/").AbsoluteUri, new Uri(root, Json).AbsoluteUri, site.Language,
        [.. entries.Select(entry => new JsonFeedItem(entry.Id, entry.Url, entry.Title, entry.Html, entry.Published, site.Tags))]));

    private static byte[] Atom(Site site, Uri root, FeedEntry[] entries)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, site.Language);
            Element(xml, "id", $"tag:{root.IdnHost},{entries[^1].Published[..10]}:digests");
            Title(xml, PlainText.Fold(site.Title));
            Element(xml, "updated", entries[0].Published);
            Link(xml, "self", new Uri(root, AtomPath).AbsoluteUri);
            Link(xml, "alternate", new Uri(root, "archive/").AbsoluteUri);
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", PlainText.Fold(site.Title));
            xml.WriteEndElement();
            foreach (var entry in entries)
                Entry(xml, entry, site);
            xml.WriteEndElement();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Entry(XmlWriter xml, FeedEntry entry, Site site)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", entry.Id);
        Title(xml, entry.Title);
        Element(xml, "published", entry.Published);
        Element(xml, "updated", entry.Published);
        Link(xml, "alternate", entry.Url);
        foreach (var tag in site.Tags)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", tag);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(entry.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);

    /// <summary>The type says what RFC 4287, section 3.1.1, has as the default: readers guess at markup where it is not given.</summary>
    private static void Title(XmlWriter xml, string text)
    {
        xml.WriteStartElement("title", Namespace);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}

internal sealed record FeedEntry(string Id, string Url, string Title, string Html, string Published);

internal sealed record JsonFeedDocument(
    string Version, string Title, [property: JsonPropertyName("home_page_url")] string Home, [property: JsonPropertyName("feed_url")] string Self, string Language, IReadOnlyList<JsonFeedItem> Items);

internal sealed record JsonFeedItem(
    string Id, string Url, string Title, [property: JsonPropertyName("content_html")] string Html, [property: JsonPropertyName("date_published")] string Published, IReadOnlyList<string> Tags);
