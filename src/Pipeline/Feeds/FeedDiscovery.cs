using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Pipeline.Linguistics;

namespace Pipeline.Feeds;

/// <summary>A feed that a page names: absolute, http or https, and what the page calls it.</summary>
public sealed record FeedLink(Uri Url, string? Title);

/// <summary>Finds the feeds of a web page, as feed readers do (<c>link rel="alternate"</c>, RSS Autodiscovery).</summary>
public static partial class FeedDiscovery
{
    /// <summary>In characters; what comes later is no head of a page.</summary>
    private const int Reach = 2_000_000;

    private const int MostLinks = 50;

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json", "application/xml", "text/xml",
    };

    /// <summary>The feeds in the order in which the page names them, each once.</summary>
    /// <param name="charset">The charset of the HTTP Content-Type, where there is one.</param>
    /// <param name="url">Where the page was, after redirects; relative links are resolved against it, or against the page's own base.</param>
    public static IReadOnlyList<FeedLink> Find(byte[] page, string? charset, Uri url)
    {
        var text = TextDecoder.Decode(page, charset, head => Declaration().Match(head) is { Success: true } found ? found.Groups[1].Value : null);
        var (links, home) = (new List<(string Href, string Title)>(), (string?)null);
        foreach (var tag in HtmlTokens.In(text.Length > Reach ? text[..Reach] : text).OfType<HtmlTagToken>().Where(tag => tag.Type == HtmlTokenType.StartTag))
        {
            if (tag.Name == "base")
                home ??= tag.GetAttribute("href") is { Length: > 0 } href ? href : null;
            else if (tag.Name == "link" && links.Count < MostLinks && IsFeed(tag))
                links.Add((tag.GetAttribute("href"), tag.GetAttribute("title")));
        }

        var root = Resolved(home, url) ?? url;
        return [.. links.Select(link => Resolved(link.Href, root) is { } feed ? new FeedLink(feed, PlainText.Of(link.Title, isLiteral: true)) : null)
            .OfType<FeedLink>().DistinctBy(link => link.Url)];
    }

    /// <summary>Where feeds usually lie on a site, for a page that names none; the likeliest first.</summary>
    public static IReadOnlyList<Uri> UsualPlaces(Uri page) =>
        [.. new[] { "/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json" }.Select(path => new Uri(page, path))];

    private static bool IsFeed(HtmlTagToken link)
    {
        var relations = link.GetAttribute("rel").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var href = link.GetAttribute("href");
        return relations.Any(relation => relation.Equals("alternate", StringComparison.OrdinalIgnoreCase))
            && Types.Contains(link.GetAttribute("type").Split(';')[0].Trim())
            // What WordPress calls JSON is its programming interface.
            && href.Length > 0 && !href.Contains("/wp-json/", StringComparison.OrdinalIgnoreCase);
    }

    private static Uri? Resolved(string? href, Uri root) =>
        href is not null && Uri.TryCreate(root, href.Trim(), out var url) && url is { Scheme: "http" or "https", UserInfo: "" }
            ? new Uri(url.GetLeftPart(UriPartial.Query))
            : null;

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
