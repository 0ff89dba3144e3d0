using System.Globalization;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Linguistics;
using Pipeline.Model;
using Feed = Pipeline.Model.Feed;

namespace Pipeline.Feeds;

/// <summary>Bytes to entries: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed.</summary>
/// <remarks>
/// CodeHollow.FeedReader parses. Before it the bytes are decoded and the markup is repaired; after it dates, links, names and
/// marked-up text are read here, since it reads dates by the machine's culture and leaves links as they are.
/// </remarks>
public static class FeedParser
{
    /// <summary>In bytes. A fetched feed is smaller; this is for files that somebody hands over.</summary>
    public const int LargestFeed = 50_000_000;

    /// <summary>The feed with its entries in document order, none merged or dropped.</summary>
    /// <param name="charset">The charset of the HTTP Content-Type, where there is one.</param>
    /// <param name="url">Where the feed was found, for relative links.</param>
    /// <exception cref="TroubleException">It is no feed, or none that can be read.</exception>
    public static Feed Parse(byte[] body, string? charset = null, Uri? url = null)
    {
        if (body.Length > LargestFeed)
            throw new TroubleException(string.Create(CultureInfo.InvariantCulture, $"larger than {LargestFeed:#,0} bytes"));
        if (body is [0x1F, 0x8B, ..])
            throw new TroubleException("compressed twice, or sent without saying that it is compressed");
        var text = TextDecoder.Decode(body, charset, XmlMarkup.Charset);
        if (string.IsNullOrWhiteSpace(text))
            throw new TroubleException("empty");
        var (kind, feed) = FeedDocument.Read(text);
        var links = new FeedLinks(url ?? Self(feed), Link(feed), feed.Element);
        return new Feed(kind, PlainText.Of(feed.Title), links.Home, [.. feed.Items.Select(item => Entry(item, feed, links))])
        {
            Rhythm = FeedSchedule.Of(feed.Element),
        };
    }

    private static Entry Entry(BaseFeedItem item, BaseFeed feed, FeedLinks links) => item switch
    {
        JsonFeedItem json => JsonEntry.Of(json, (JsonFeed)feed, links),
        AtomFeedItem atom => AtomEntry.Of(atom, links),
        _ => RssEntry.Of(item.Element, links),
    };

    /// <summary>The site that the feed tells of: of an Atom feed's links the alternate one, never the feed's own address.</summary>
    private static string? Link(BaseFeed feed) => feed is not AtomFeed atom
        ? feed.Link
        : atom.Links.FirstOrDefault(link => link.Relation is null or "" or "alternate")?.Href;

    /// <summary>Where the feed says that it is to be found.</summary>
    private static Uri? Self(BaseFeed feed)
    {
        var self = feed.Element?.Children("link").FirstOrDefault(link => link.AttributeValue("rel") == "self");
        return CanonicalUrl.Of(self?.AttributeValue("href")) is { } address ? new Uri(address) : null;
    }
}
