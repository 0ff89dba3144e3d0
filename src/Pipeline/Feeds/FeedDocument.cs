using System.Xml.Linq;
using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>The parser, and the second chance it gets.</summary>
/// <remarks>It is given elements, not text: it would parse a text twice, and turn it into the charset that is declared.</remarks>
internal static class FeedDocument
{
    /// <summary>More is no feed. In memory an entry of nothing is two hundred times its seven bytes.</summary>
    public const int MostEntries = 50_000;

    /// <param name="Kind">The root's form: rss, rdf or atom; json.</param>
    internal sealed record Parsed(string Kind, BaseFeed Feed);

    /// <exception cref="TroubleException">It is no feed.</exception>
    public static Parsed Read(string text) =>
        text.TrimStart() is ['{', ..] json ? new Parsed("json", ReadJson(json)) : ReadXml(XmlMarkup.Sound(text));

    private static Parsed ReadXml(XmlSurvey xml)
    {
        if (xml.Root == "entry")
            return new Parsed("atom", Alone(XmlMarkup.Document(xml.Text).Root!));
        if (xml.Root is not ("rss" or "rdf" or "feed"))
            throw new TroubleException(xml.Root == "html" ? "a web page, not a feed" : $"not a feed: its root is <{xml.Root}>");
        Bounded(xml.Items);
        var root = XmlMarkup.Document(xml.Text).Root!;
        var kind = xml.Root == "feed" ? "atom" : xml.Root;
        var feed = Attempt(kind, kind == "atom" ? root : root.Element(root.Name.Namespace + "channel"));
        return new Parsed(kind, feed?.Items.Count == xml.Items ? feed : Usual(kind, root));
    }

    /// <summary>An entry document (RFC 4287, section 2) is a feed of one.</summary>
    private static BaseFeed Alone(XElement entry)
    {
        if (!entry.Name.NamespaceName.Contains("atom", StringComparison.OrdinalIgnoreCase))
            throw new TroubleException("not a feed: its root is <entry>");
        return Usual("atom", new XElement(entry.Name.Namespace + "feed", entry));
    }

    /// <summary>Null where the parser fails: it throws NullReferenceException for RSS without a channel, among others.</summary>
    private static BaseFeed? Attempt(string kind, XElement? head)
    {
        try
        {
            return head is null ? null : Parse(kind, head);
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            return null;
        }
    }

    private static BaseFeed Usual(string kind, XElement root)
    {
        try
        {
            return Parse(kind == "atom" ? kind : "rss", FeedShape.Usual(root));
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            throw new TroubleException($"not a feed: {fault.Message}", fault);
        }
    }

    /// <summary>All of RSS 0.9x and 2.0 is a channel with items; nothing is read from it here in which they differ.</summary>
    private static BaseFeed Parse(string kind, XElement head) => kind switch
    {
        "atom" => new AtomFeed("", head),
        "rdf" => new Rss10Feed("", head),
        _ => new Rss20Feed("", head),
    };

    private static BaseFeed ReadJson(string text)
    {
        var json = JsonMarkup.Sound(text);
        try
        {
            return FeedReader.ReadFromString(json).SpecificFeed;
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            throw new TroubleException($"not a feed: {fault.Message}", fault);
        }
    }

    internal static void Bounded(int entries)
    {
        if (entries > MostEntries)
            throw new TroubleException($"more than {MostEntries} entries");
    }

    /// <summary>The parser has no exception of its own for bad input: whatever it throws says that.</summary>
    private static bool IsOfInput(Exception fault) => fault is not (TroubleException or OutOfMemoryException);
}
