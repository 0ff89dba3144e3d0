using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>Items of RSS 0.9x, 1.0 and 2.0, with what the Dublin Core, content and Atom modules add.</summary>
internal static partial class RssEntry
{
    public static Entry Of(XElement element, FeedLinks links)
    {
        var (summary, content) = (element.Child("description").Markup(), Content(element));
        var draft = new Entry
        {
            Id = "",
            Url = Url(element, links),
            Title = PlainText.Of(element.Child("title")?.Value),
            Author = Author(element),
            Published = Instant(element, "pubDate", "date", "published", "issued", "created"),
            Updated = Instant(element, "updated", "modified"),
            Summary = summary ?? element.Child("summary").Markup(),
            Content = content,
            Categories = EntryParts.Categories(element),
        };
        return draft.Identified(element.Child("guid")?.Value ?? element.Child("id")?.Value ?? element.AttributeValue("about"));
    }

    private static string? Content(XElement element) => element.Child("encoded").Markup() ?? element.Child("body").Markup();

    private static DateTimeOffset? Instant(XElement element, params string[] names) =>
        element.Values(names).Select(FeedDate.Parse).FirstOrDefault(instant => instant is not null);

    /// <summary>The first that is a web address, a recording's where there is no page. FeedBurner hides the publisher's own link behind one that counts clicks.</summary>
    private static string? Url(XElement element, FeedLinks links)
    {
        var own = element.Children("origLink").Concat(element.Children("link").Where(link => link.AttributeValue("href") is null))
            .Select(link => (Href: (string?)link.Value, At: link));
        var atom = element.Children("link").Where(EntryParts.IsAlternate).Select(link => (Href: link.AttributeValue("href"), At: link));
        var ids = new[] { Permalink(element), Rooted(element.AttributeValue("about")) }.Select(href => (Href: href, At: element));
        var enclosures = element.Children("enclosure").Select(enclosure => (Href: enclosure.AttributeValue("url"), At: enclosure));
        return own.Concat(atom).Concat(ids).Concat(enclosures).Select(link => links.Resolve(link.Href, link.At)).FirstOrDefault(url => url is not null);
    }

    /// <summary>A guid is a link unless it says otherwise (RSS 2.0); one that doesn't look like one needs to say so itself.</summary>
    private static string? Permalink(XElement element)
    {
        var guid = element.Child("guid");
        return guid?.AttributeValue("isPermaLink")?.Trim().ToLowerInvariant() switch
        {
            "true" => guid?.Value,
            "false" => null,
            _ => Rooted(guid?.Value),
        };
    }

    private static string? Rooted(string? address) =>
        address?.TrimStart().StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? address : null;

    private static string? Author(XElement element)
    {
        var creators = EntryParts.Joined(element.Children("creator").Select(creator => creator.Value));
        return creators ?? EntryParts.Joined(element.Children("author").Take(1).Select(author => Person(author)));
    }

    /// <summary><c>desk@wire.example (Ana Ruiz)</c> is Ana Ruiz, and so is <c>Ana Ruiz &lt;desk@wire.example&gt;</c>.</summary>
    private static string Person(XElement author)
    {
        var text = (author.Child("name") ?? author).Value;
        return Mailbox().Match(text) is { Success: true } found ? found.Groups["name"].Value : text;
    }

    [GeneratedRegex(@"\A\s*[^\s@()]{1,100}@[^\s@()]{1,200}\s*\((?<name>[^()]{1,200})\)\s*\z|\A(?<name>[^<>@]{1,200})<[^<>\s]{1,200}>\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
