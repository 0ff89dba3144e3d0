using System.Globalization;
using Pipeline.Clipping;
using Pipeline.Feeds;
using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>How a source does.</summary>
public enum SourceState
{
    Fine, Undated, Stale, Busy, Failing, Timeout,
    Moved, Empty, Rules, Page, NotAFeed, Wall, Forbidden, Gone, Private, Unreachable, Insecure, TooLarge, Failed,
}

/// <summary>What is to be said of a source that was asked just now.</summary>
/// <param name="What">What was found, for people.</param>
/// <param name="Remedy">What to do about it, in one line; empty where there is nothing to do.</param>
public sealed record SourceVerdict(string Source, SourceState State, string What, string Remedy)
{
    public int Entries { get; init; }

    /// <summary>The latest date of an entry; null where none has one.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>The address to be asked instead, where there is one.</summary>
    public Uri? Instead { get; init; }

    /// <summary>Whether it stays as it is until somebody edits sources.yaml or asks the publisher. What may pass by itself does not.</summary>
    public bool NeedsEditor => State >= SourceState.Moved;
}

/// <summary>An outcome of asking a source → what to say of it. Pure; nothing is fetched here.</summary>
public static class SourceCheck
{
    /// <summary>A publisher that has been silent for longer has probably moved on, even a monthly one.</summary>
    private const int StaleAfterDays = 90;

    public static SourceVerdict Judge(Source source, FetchOutcome outcome, DateTimeOffset now) => outcome switch
    {
        Fetched answer => OfAnswer(source, answer, now),
        Failed failed => OfFailure(source, failed),
        _ => new SourceVerdict(source.Name, SourceState.Fine, "unchanged", ""),
    };

    private static SourceVerdict OfAnswer(Source source, Fetched answer, DateTimeOffset now)
    {
        try
        {
            return OfFeed(source, FeedParser.Parse(answer.Body, answer.Charset, answer.FinalUrl), answer.MovedTo, now);
        }
        catch (TroubleException trouble)
        {
            return OfPage(source, answer, trouble.Message);
        }
    }

    private static SourceVerdict OfFeed(Source source, Feed feed, Uri? moved, DateTimeOffset now)
    {
        var (kept, troubles) = EntryFilter.Choose(feed.Entries, source);
        var newest = feed.Entries.Max(entry => entry.Published ?? entry.Updated);
        var told = Told(feed.Entries.Count, kept.Count, newest);
        var (state, what, remedy) = (feed.Entries.Count, kept.Count, newest) switch
        {
            (0, _, _) => (SourceState.Empty, "a feed without entries", "open it in a browser: where it stays empty, look for another feed of the site, or take the source out"),
            (_, 0, _) => (SourceState.Rules, told, "widen 'keep' or narrow 'drop': no entry passes them"),
            _ when troubles.Count > 0 => (SourceState.Rules, $"{told}; {troubles[0]}", "rewrite the pattern"),
            _ when moved is not null => (SourceState.Moved, $"{told}; it is now at {moved}", $"change its url to {moved}"),
            (_, _, null) => (SourceState.Undated, told, "nothing, unless its pages have no dates either: then every entry is dated by when it was first seen"),
            _ when newest < now.AddDays(-StaleAfterDays) => (SourceState.Stale, told, "see whether the publisher has another feed by now"),
            _ => (SourceState.Fine, told, ""),
        };
        return new SourceVerdict(source.Name, state, what, remedy) { Entries = feed.Entries.Count, Newest = newest, Instead = state == SourceState.Moved ? moved : null };
    }

    private static string Told(int entries, int kept, DateTimeOffset? newest) => string.Create(CultureInfo.InvariantCulture,
        $"{(kept == entries ? "" : $"{kept} of ")}{entries} {(entries == 1 ? "entry" : "entries")}, {(newest is { } date ? $"newest {date.UtcDateTime:yyyy-MM-dd}" : "none dated")}");

    private static SourceVerdict OfPage(Source source, Fetched answer, string why)
    {
        if (IsWall(answer))
            return new SourceVerdict(source.Name, SourceState.Wall, "a page that wants a browser or a login in front of it", "ask the publisher for a feed that programs may read, or take the source out");
        var links = FeedDiscovery.Find(answer.Body, answer.Charset, answer.FinalUrl);
        if (links.Count > 0)
            return new SourceVerdict(source.Name, SourceState.Page, $"a web page; its feed is {links[0].Url}", $"change its url to {links[0].Url}") { Instead = links[0].Url };
        return why.StartsWith("a web page", StringComparison.Ordinal)
            ? new SourceVerdict(source.Name, SourceState.Page, "a web page that names no feed", "look for the feed's address on the site, or take the source out")
            : new SourceVerdict(source.Name, SourceState.NotAFeed, why, "open it in a browser, and tell the publisher where the feed is broken");
    }

    private static bool IsWall(Fetched answer)
    {
        try
        {
            return Clipper.Clip(answer.Body, answer.Charset, answer.FinalUrl).Kind is PageKind.Captcha or PageKind.Login;
        }
        catch (TroubleException)
        {
            // Too large or too deep a page is no wall.
            return false;
        }
    }

    private static SourceVerdict OfFailure(Source source, Failed failed)
    {
        var (state, remedy) = failed.Status switch
        {
            401 => (SourceState.Forbidden, "it wants a login: set one under 'headers', with its secret from the environment"),
            403 => (SourceState.Forbidden, "name a page about you under 'contact' and ask the publisher to let this reader in, or set what it wants under 'headers'"),
            404 or 410 => (SourceState.Gone, "look for its new address: 'pipeline sources add' finds the feeds of a site; else take it out"),
            202 => (SourceState.Wall, "it wants a browser: ask the publisher for a feed that programs may read, or take the source out"),
            429 => (SourceState.Busy, "it was asked too often: set a longer 'interval'"),
            408 or >= 500 => (SourceState.Failing, "the server is in trouble: wait"),
            _ => OfSilence(failed.Why),
        };
        return new SourceVerdict(source.Name, state, failed.Why, remedy);
    }

    /// <summary>Without a status there are only the fetcher's words; tests hold them together.</summary>
    private static (SourceState State, string Remedy) OfSilence(string why) => why switch
    {
        _ when Has(why, "no public address") => (SourceState.Private, "set 'allow-private: true' where this is meant, else correct the url"),
        _ when Has(why, "no whole answer within") || Has(why, "no connection in time") => (SourceState.Timeout, "try again later; a longer 'timeout' under 'fetch' helps a slow server"),
        _ when Has(why, "no secure connection") => (SourceState.Insecure, "open it in a browser: the publisher has to renew its certificate"),
        _ when Has(why, "connection") || Has(why, "impossible host") => (SourceState.Unreachable, "look at the host's name in the url, and whether this machine reaches the network"),
        _ when Has(why, "larger than") => (SourceState.TooLarge, "look for a feed of the site that holds less"),
        _ => (SourceState.Failed, "open it in a browser to see what it answers"),
    };

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.Ordinal);
}
