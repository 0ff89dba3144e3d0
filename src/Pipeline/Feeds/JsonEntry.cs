using CodeHollow.FeedReader.Feeds;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>Items of JSON Feed 1.0 and 1.1.</summary>
internal static class JsonEntry
{
    public static Entry Of(JsonFeedItem json, JsonFeed feed, FeedLinks links)
    {
        var draft = new Entry
        {
            Id = "",
            Url = links.Resolve(json.Url) ?? links.Resolve(json.ExternalUrl) ?? Recording(json, links),
            // Plain text, says JSON Feed 1.1 (jsonfeed.org/version/1.1, "Items"): a tag in it is one that is spoken of.
            Title = PlainText.Of(json.Title, isLiteral: true),
            Author = Names(json.Authors) ?? Names(feed.Authors),
            Published = FeedDate.Parse(json.DatePublishedString),
            Updated = FeedDate.Parse(json.DateModifiedString),
            Summary = Text(json.Summary),
            Content = Text(json.ContentHtml) ?? Text(json.ContentText),
            Categories = EntryParts.Distinct(json.Tags ?? []),
        };
        return draft.Identified(json.Id);
    }

    private static string? Recording(JsonFeedItem json, FeedLinks links) =>
        (json.Attachments ?? []).Select(attachment => links.Resolve(attachment.Url)).FirstOrDefault(url => url is not null);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Names(ICollection<JsonFeedAuthor>? authors) => EntryParts.Joined((authors ?? []).Select(author => author.Name));
}
