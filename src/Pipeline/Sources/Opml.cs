using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>A feed that an OPML file lists: what it is called there, and its address as it stands there.</summary>
public sealed record OpmlFeed(string? Name, string Url, string? Language, int Line);

/// <summary>Subscription lists as feed readers exchange them: OPML 1.0 and 2.0 (opml.org/spec2.opml, "Subscription lists").</summary>
public static partial class Opml
{
    /// <summary>In bytes; ten thousand feeds have some 3 MB.</summary>
    public const int Largest = 10_000_000;

    /// <summary>Folders in folders.</summary>
    private const int Deepest = 100;

    /// <summary>No DTD is read, so no entity expands and nothing is loaded.</summary>
    private static readonly XmlReaderSettings Untrusting = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>The feeds in document order, whatever folders they are in; outlines without an address are folders.</summary>
    /// <exception cref="TroubleException">It is no OPML.</exception>
    public static IReadOnlyList<OpmlFeed> Read(byte[] opml)
    {
        if (opml.Length > Largest)
            throw new TroubleException($"it is larger than {Largest / 1_000_000} MB: hardly a list of feeds");
        try
        {
            var text = TextDecoder.Decode(opml, declared: head => Declaration().Match(head) is { Success: true } found ? found.Groups[1].Value : null);
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Untrusting);
            return Feeds(reader);
        }
        catch (XmlException fault)
        {
            throw new TroubleException($"it is no well-formed XML: {fault.Message}", fault);
        }
    }

    /// <summary>The sources as OPML 2.0, in their order: UTF-8, LF, the same bytes for the same sources.</summary>
    public static string Write(string title, IReadOnlyList<Source> sources)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            writer.WriteStartElement("opml");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteStartElement("head");
            writer.WriteElementString("title", SourceName.Of(title) ?? "");
            writer.WriteEndElement();
            writer.WriteStartElement("body");
            foreach (var source in sources)
                Write(writer, source);
        }

        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter writer, Source source)
    {
        var name = SourceName.Of(source.Name) ?? source.Url.Host;
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("text", name);
        writer.WriteAttributeString("title", name);
        if (source.Language is { } language)
            writer.WriteAttributeString("language", language);
        writer.WriteAttributeString("xmlUrl", source.Url.AbsoluteUri);
        writer.WriteEndElement();
    }

    private static List<OpmlFeed> Feeds(XmlReader reader)
    {
        var feeds = new List<OpmlFeed>();
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
                throw new TroubleException($"its outlines are nested more than {Deepest} deep");
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.Depth == 0 && !reader.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase))
                throw new TroubleException($"it is no OPML: its root is <{reader.LocalName}>");
            if (reader.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase) && Feed(reader) is { } feed)
                feeds.Add(feed);
        }

        return feeds;
    }

    private static OpmlFeed? Feed(XmlReader reader)
    {
        var line = ((IXmlLineInfo)reader).LineNumber;
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute())
            attributes.TryAdd(reader.LocalName, reader.Value.Trim());
        reader.MoveToElement();
        return attributes.GetValueOrDefault("xmlUrl") is { Length: > 0 } url
            ? new OpmlFeed(SourceName.Of(attributes.GetValueOrDefault("title")) ?? SourceName.Of(attributes.GetValueOrDefault("text")), url, attributes.GetValueOrDefault("language"), line)
            : null;
    }

    [GeneratedRegex("""\A\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([A-Za-z0-9._:\-]{1,40})""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
