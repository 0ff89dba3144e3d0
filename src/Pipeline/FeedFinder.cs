using Pipeline.Feeds;
using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>What was found at an address: one feed, or several of which somebody has to take one.</summary>
public sealed record FoundFeeds(FoundFeed? Feed, IReadOnlyList<FeedLink> Several);

/// <param name="Url">Where it is, after redirects.</param>
public sealed record FoundFeed(Uri Url, Feed Feed);

/// <summary>Finds the feed that an address means: the feed there, or that of the page there. Nothing is kept.</summary>
/// <param name="allowPrivate">Whether loopback and private addresses may be asked.</param>
public sealed class FeedFinder(Fetcher fetcher, bool allowPrivate)
{
    /// <param name="first">Of several feeds that a page names, take the first that can be read.</param>
    /// <exception cref="TroubleException">There is no feed to be had, and why.</exception>
    public async Task<FoundFeeds> FindAsync(Uri url, bool first, CancellationToken cancellation)
    {
        var answer = await AskAsync(url, cancellation);
        if (Read(answer) is { } feed)
            return new FoundFeeds(feed, []);
        var links = FeedDiscovery.Find(answer.Body, answer.Charset, answer.FinalUrl);
        if (links.Count > 1 && !first)
            return new FoundFeeds(null, links);
        var places = links.Count > 0 ? links.Select(link => link.Url) : FeedDiscovery.UsualPlaces(answer.FinalUrl);
        return await FirstAsync(places, cancellation) is { } found ? new FoundFeeds(found, []) : throw new TroubleException(links.Count > 0
            ? $"{url} is a page that names {links[0].Url} as its feed, and that can't be read as one"
            : $"{url} is no feed, names none, and none lies where feeds usually do; look on the page for the feed's own address");
    }

    private async Task<FoundFeed?> FirstAsync(IEnumerable<Uri> places, CancellationToken cancellation)
    {
        foreach (var place in places)
            if (await FetchAsync(place, cancellation) is Fetched answer && Read(answer) is { } feed)
                return feed;
        return null;
    }

    private async Task<Fetched> AskAsync(Uri url, CancellationToken cancellation) => await FetchAsync(url, cancellation) switch
    {
        Fetched answer => answer,
        Failed failed => throw new TroubleException($"{url}: {failed.Why}"),
        _ => throw new TroubleException($"{url}: no answer"),
    };

    private Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellation) =>
        fetcher.FetchAsync(new FetchRequest(url) { AllowPrivate = allowPrivate }, cancellation);

    private static FoundFeed? Read(Fetched answer)
    {
        try
        {
            return new FoundFeed(answer.FinalUrl, FeedParser.Parse(answer.Body, answer.Charset, answer.FinalUrl));
        }
        catch (TroubleException)
        {
            // Being no feed is what a page is expected to be.
            return null;
        }
    }
}
