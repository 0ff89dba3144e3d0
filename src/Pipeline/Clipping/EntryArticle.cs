using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>An entry and the clip of its page, joined to an article.</summary>
public static class EntryArticle
{
    /// <summary>A page with less than this share of the feed's own text is a stub (paywall, consent wall) whatever it looks like.</summary>
    private const double StubShare = 0.6;

    /// <summary>
    /// A hash of what the feed says of the entry; another one means that the entry was revised. The spelling of its link and
    /// the counters that an aggregator adds say nothing of it.
    /// </summary>
    public static string Fingerprint(Entry entry) => StableId.Of(string.Join(
        '\u001f',
        LinkKey.Of(entry.Url) ?? entry.Url,
        entry.Title,
        entry.Author,
        entry.Published?.ToString("O"),
        entry.Updated?.ToString("O"),
        Counters.Without(entry.Summary),
        Counters.Without(entry.Content)));

    /// <param name="clip">Null where the page was not or could not be fetched.</param>
    /// <param name="finalUrl">Where the page was found, after redirects.</param>
    /// <param name="seen">When the entry was first seen: an undated entry has this date, and one in the future is held to it.</param>
    public static Article Join(Source source, Entry entry, Clip? clip, Uri? finalUrl, DateTimeOffset seen)
    {
        var (text, origin) = Text(entry, clip);
        var title = Title(entry, clip, text);
        var (published, datedBy) = Date(entry, clip, seen);
        return new Article
        {
            Url = Url(source, entry, clip, finalUrl),
            Title = title,
            Source = source.Name,
            Publisher = source.Publisher,
            Weight = source.Weight,
            Byline = entry.Author ?? clip?.Byline,
            Published = published,
            DatedBy = datedBy,
            FirstSeen = seen,
            Language = Script.LanguageOf($"{title}\n{text}", source.Language),
            Text = text,
            Origin = origin,
            Categories = entry.Categories,
        };
    }

    private static (string Text, TextOrigin Origin) Text(Entry entry, Clip? clip)
    {
        var own = OwnText(entry);
        if (clip is { Kind: PageKind.Article } && clip.Text.Length > 0 && clip.Text.Length >= own.Length * StubShare)
            return (clip.Text, TextOrigin.Page);
        return own.Length > 0 ? (own, TextOrigin.Entry) : ("", TextOrigin.None);
    }

    /// <summary>The longer of content and summary. Markup is no shorter than its text, so that one rarely has to be read beside the other.</summary>
    private static string OwnText(Entry entry)
    {
        var content = TextOf(entry.Content);
        var summary = entry.Summary?.Length > content.Length ? TextOf(entry.Summary) : "";
        return summary.Length > content.Length ? summary : content;
    }

    private static string TextOf(string? markup) => markup is null ? "" : MarkdownMarks.Without(Clipper.TextOf(markup));

    private static string Title(Entry entry, Clip? clip, string text)
    {
        var titles = new[] { entry.Title, clip?.Title, text.Split('\n')[0] };
        var title = titles.FirstOrDefault(title => !string.IsNullOrWhiteSpace(title)) ?? entry.Url ?? entry.Id;
        return title.Length <= 300 ? title : title[..(char.IsHighSurrogate(title[299]) ? 299 : 300)];
    }

    private static (DateTimeOffset, DatedBy) Date(Entry entry, Clip? clip, DateTimeOffset seen)
    {
        var (date, by) = (entry.Published ?? entry.Updated, clip?.Published) switch
        {
            ({ } feed, _) => (feed, DatedBy.Feed),
            (null, { } page) => (page.Instant, DatedBy.Page),
            _ => (seen, DatedBy.FirstSeen),
        };
        return date > seen ? (seen, DatedBy.FirstSeen) : (date.ToUniversalTime(), by);
    }

    /// <summary>The page's own canonical URL where it is believable: on the same host, and not the front page.</summary>
    private static string Url(Source source, Entry entry, Clip? clip, Uri? finalUrl)
    {
        var landed = CanonicalUrl.Of(finalUrl?.AbsoluteUri) ?? CanonicalUrl.Of(entry.Url);
        var declared = CanonicalUrl.Of(clip?.CanonicalUrl);
        if (landed is null)
            return $"{source.Url.AbsoluteUri}#{StableId.Of(entry.Id)}";
        if (declared is null || clip!.Kind != PageKind.Article)
            return landed;
        var (page, claimed) = (new Uri(landed), new Uri(declared));
        return claimed.Host == page.Host && claimed.AbsolutePath.Length > 1 ? declared : landed;
    }
}
