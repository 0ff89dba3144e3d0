using System.Xml.Linq;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>Turns a feed's links into canonical URLs.</summary>
/// <remarks>
/// A relative link is resolved against xml:base where there is one, else against the feed's own link, else against the feed's
/// URL: a feed often lies with another host or in another folder than the site it tells of.
/// </remarks>
internal sealed class FeedLinks
{
    private static readonly XName Base = XNamespace.Xml + "base";

    private readonly Uri? url;
    private readonly Uri? home;

    /// <param name="link">The feed's own link, as it stands in <paramref name="feed"/>.</param>
    public FeedLinks(Uri? url, string? link, XElement? feed)
    {
        this.url = url;
        home = url;
        Home = Resolve(link, feed);
        home = Absolute(Home) ?? url;
    }

    /// <summary>The feed's own link.</summary>
    public string? Home { get; }

    public string? Resolve(string? href, XElement? element = null) =>
        // "&amp;" in a link was escaped once too often.
        string.IsNullOrWhiteSpace(href) ? null : CanonicalUrl.Of(href.Trim().Replace("&amp;", "&", StringComparison.Ordinal), BaseOf(element));

    private Uri? BaseOf(XElement? element)
    {
        var bases = element?.AncestorsAndSelf().Select(ancestor => ancestor.Attribute(Base)?.Value).OfType<string>().Reverse().ToList();
        return bases is null or [] ? home : bases.Aggregate(url ?? home, (outer, inner) => Absolute(CanonicalUrl.Of(inner, outer)) ?? outer);
    }

    private static Uri? Absolute(string? address) => address is null ? null : new Uri(address);
}
