using Pipeline.Clipping;
using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>What came of an entry's page.</summary>
/// <param name="Trouble">Why there is no clip; the entry's own content stands in.</param>
/// <param name="Due">When to ask again, where that may help.</param>
/// <param name="Gone">When the page's host answered that it is not there.</param>
internal sealed record PageClip(Clip? Clip = null, Uri? FinalUrl = null, Trouble? Trouble = null, DateTimeOffset? Due = null, DateTimeOffset? Gone = null)
{
    public static PageClip None { get; } = new();
}

/// <summary>Fetches the pages behind entries, by the manners of their hosts, and has them clipped.</summary>
internal sealed class PageDesk(IArchive archive, Fetcher fetcher, TimeProvider clock)
{
    /// <summary>After the first attempt: what three more in two days don't bring is not coming.</summary>
    private static readonly TimeSpan[] Later = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1)];

    private readonly PageManners manners = new(archive, fetcher, clock);

    /// <param name="attempts">How often the page was asked for in vain.</param>
    public async Task<PageClip> ClipAsync(Source source, Entry entry, int attempts, CancellationToken cancellation)
    {
        if (!source.Pages || entry.Url is null)
            return PageClip.None;
        try
        {
            var url = new Uri(entry.Url);
            var outcome = await manners.RefusalAsync(url, source.AllowPrivate, cancellation) ?? await FetchAsync(source, url, cancellation);
            return outcome switch
            {
                Fetched page => new PageClip(Clip(page, source), page.FinalUrl),
                Failed failed => new PageClip(Trouble: new Trouble(source.Name, $"fetching {entry.Url}", failed.Why), Due: Due(failed, attempts), Gone: failed.Status is 404 or 410 ? clock.GetUtcNow() : null),
                _ => PageClip.None,
            };
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ArchiveException))
        {
            return new PageClip(Trouble: new Trouble(source.Name, $"clipping {entry.Url}", Failure.Explain(exception)));
        }
    }

    private Clip Clip(Fetched page, Source source)
    {
        using var activity = Telemetry.Source.StartActivity("clip");
        var began = clock.GetTimestamp();
        var clip = Clipper.Clip(page.Body, page.Charset, page.FinalUrl, source.Selector);
        Telemetry.Clipped(clock.GetElapsedTime(began));
        return clip;
    }

    private async Task<FetchOutcome> FetchAsync(Source source, Uri url, CancellationToken cancellation)
    {
        var outcome = await fetcher.FetchAsync(Request(source, url), cancellation);
        Telemetry.Fetched("page", outcome);
        if (outcome is Failed failed)
            await manners.NoteAsync(url, failed, source.AllowPrivate, cancellation);
        return outcome;
    }

    private FetchRequest Request(Source source, Uri url) => new(url)
    {
        Accept = Accept.Page,
        AllowPrivate = source.AllowPrivate,
        Headers = Visiting.HeadersFor(source, url),
        // Feed proxies and short links lead to other hosts, with rules of their own.
        Follow = (next, cancellation) => manners.RefusalAsync(next, source.AllowPrivate, cancellation),
    };

    private DateTimeOffset? Due(Failed failed, int attempts)
    {
        if (!failed.MayPass || attempts >= Later.Length)
            return null;
        var wait = failed.RetryAfter > Later[attempts] ? failed.RetryAfter.Value : Later[attempts];
        return clock.GetUtcNow() + wait;
    }
}
