using CodeHollow.FeedReader;
using Pipeline.Model;
using Hollow = CodeHollow.FeedReader;

namespace Pipeline.Feeds;

/// <summary>The parser, and the second chance it gets.</summary>
internal static class FeedDocument
{
    /// <param name="Kind">The root's form: rss, rdf or atom; json.</param>
    internal sealed record Parsed(string Kind, Hollow.Feed Feed);

    /// <exception cref="TroubleException">It is no feed.</exception>
    public static Parsed Read(string text) =>
        text.TrimStart() is ['{', ..] json ? new Parsed("json", Parse(() => JsonMarkup.Sound(json))) : ReadXml(XmlMarkup.Sound(text));

    private static Parsed ReadXml(XmlSurvey xml)
    {
        if (xml.Root is not ("rss" or "rdf" or "feed"))
            throw new TroubleException(xml.Root == "html" ? "a web page, not a feed" : $"not a feed: its root is <{xml.Root}>");
        var feed = Attempt(xml.Text) is { } read && read.Items.Count == xml.Items ? read : Parse(() => FeedShape.Usual(XmlMarkup.Document(xml.Text)));
        return new Parsed(xml.Root == "feed" ? "atom" : xml.Root, feed);
    }

    /// <summary>Null where the parser fails: it throws NullReferenceException for RSS without a channel, among others.</summary>
    private static Hollow.Feed? Attempt(string xml)
    {
        try
        {
            return FeedReader.ReadFromString(xml);
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            return null;
        }
    }

    private static Hollow.Feed Parse(Func<string> text)
    {
        try
        {
            return FeedReader.ReadFromString(text());
        }
        catch (Exception fault) when (IsOfInput(fault))
        {
            throw new TroubleException($"not a feed: {fault.Message}", fault);
        }
    }

    /// <summary>The parser has no exception of its own for bad input: whatever it throws says that.</summary>
    private static bool IsOfInput(Exception fault) => fault is not (TroubleException or OutOfMemoryException);
}
