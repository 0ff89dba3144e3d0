using System.Xml.Linq;
using CodeHollow.FeedReader.Feeds;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>Entries of Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomEntry
{
    public static Entry Of(AtomFeedItem atom, FeedLinks links)
    {
        var element = atom.Element;
        var draft = new Entry
        {
            Id = "",
            Url = Url(element, links),
            Title = Title(element),
            Author = Author(element),
            Published = FeedDate.Parse(atom.PublishedDateString) ?? Instant(element, "published", "issued", "created", "date"),
            Updated = FeedDate.Parse(atom.UpdatedDateString) ?? Instant(element, "updated", "modified"),
            Summary = Plain(element.Child("summary")).Markup() ?? element.Child("description").Markup(),
            Content = Content(Plain(element.Child("content"))),
            Categories = EntryParts.Categories(element),
        };
        return draft.Identified(atom.Id);
    }

    /// <summary>An explicit type of text, or XHTML, leaves no tags to strip; without a type feeds mean HTML as often as text.</summary>
    private static string? Title(XElement entry)
    {
        var title = Plain(entry.Child("title"));
        return PlainText.Of(title?.Value, isLiteral: title?.AttributeValue("type") is "text" or "xhtml" or "text/plain");
    }

    /// <summary>Atom 0.3 allowed any text to be given as base64.</summary>
    private static XElement? Plain(XElement? element)
    {
        if (element?.AttributeValue("mode") != "base64")
            return element;
        var bytes = new byte[element.Value.Length];
        return Convert.TryFromBase64String(element.Value, bytes, out var length)
            ? new XElement(element.Name, element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration), TextDecoder.Decode(bytes[..length]))
            : element;
    }

    private static DateTimeOffset? Instant(XElement element, params string[] names) =>
        element.Values(names).Select(FeedDate.Parse).FirstOrDefault(instant => instant is not null);

    /// <summary>The alternate link, a web page before other forms; else where the content itself lies, or a recording.</summary>
    private static string? Url(XElement element, FeedLinks links)
    {
        var alternates = element.Children("link").Where(EntryParts.IsAlternate)
            .OrderBy(link => link.AttributeValue("type") is null or "text/html" or "application/xhtml+xml" ? 0 : 1)
            .Select(link => (Href: link.AttributeValue("href") ?? link.Value, At: link));
        var hidden = element.Children("origLink").Select(link => (Href: link.Value, At: link));
        var content = element.Children("content").Select(at => (Href: at.AttributeValue("src") ?? "", At: at));
        var enclosures = element.Children("link").Where(link => link.AttributeValue("rel") == "enclosure").Select(link => (Href: link.AttributeValue("href") ?? "", At: link));
        return hidden.Concat(alternates).Concat(content).Concat(enclosures).Select(link => links.Resolve(link.Href, link.At)).FirstOrDefault(url => url is not null);
    }

    /// <summary>Binary content (base64, RFC 4287, section 4.1.3.3) says nothing to a reader.</summary>
    private static string? Content(XElement? content)
    {
        var type = content?.AttributeValue("type") ?? "text";
        var isReadable = type is "text" or "html" or "xhtml" || type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
        return isReadable ? content.Markup() : null;
    }

    /// <summary>An entry without authors has its source's or the feed's (RFC 4287, section 4.2.1).</summary>
    private static string? Author(XElement entry) =>
        Authors(entry) ?? (entry.Child("source") is { } source ? Authors(source) : null) ?? (entry.Parent is { } feed ? Authors(feed) : null);

    private static string? Authors(XElement element) => EntryParts.Joined(element.Children("author").Select(Person))
        ?? EntryParts.Joined(element.Children("creator").Select(creator => creator.Value));

    private static string? Person(XElement author) =>
        author.HasElements ? (author.Child("name") ?? author.Child("email"))?.Value : author.Value;
}
