using Pipeline.Clipping;
using Pipeline.Feeds;
using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>Asks one source: feed, entries, articles, and what is remembered of the visit.</summary>
internal sealed class SourceDesk(IArchive archive, Fetcher fetcher, TimeProvider clock)
{
    /// <summary>Entries kept in one transaction where no page has to be waited for between them.</summary>
    private const int Batch = 200;

    private readonly PageDesk pages = new(archive, fetcher, clock);

    public async Task<SourceReport> VisitAsync(Source source, Visit? visit, CancellationToken cancellation)
    {
        using var activity = Telemetry.Source.StartActivity("visit")?.SetTag("pipeline.source", source.Name);
        var began = clock.GetTimestamp();
        var report = new SourceReport(source.Name);
        var next = visit ?? new Visit(source.Url.AbsoluteUri, source.Name);
        try
        {
            var outcome = await fetcher.FetchAsync(Visiting.Request(source, visit), cancellation);
            Telemetry.Fetched("feed", outcome);
            var feed = outcome is Fetched fetched ? FeedParser.Parse(fetched.Body, fetched.Charset, fetched.FinalUrl) : null;
            if (feed is not null)
                report = await KeepAsync(source, feed, cancellation);
            report = report with { Outcome = Visiting.Name(outcome), Bytes = (outcome as Fetched)?.Body.Length ?? 0 };
            if (outcome is Failed failed)
                (next, report) = (Visiting.AfterFailure(next, source, failed, clock.GetUtcNow()), report.With(Trouble(source, "fetching", failed)));
            else
                next = Visiting.After(next, source, outcome, feed?.Rhythm, clock.GetUtcNow());
        }
        // What is wrong with the archive is not the source's fault, and ends the run.
        catch (Exception exception) when (exception is not (OperationCanceledException or ArchiveException))
        {
            var failed = new Failed(Failure.Explain(exception));
            next = Visiting.AfterFailure(next, source, failed, clock.GetUtcNow());
            report = report.With(Trouble(source, "reading", failed)) with { Outcome = "failed" };
        }

        // Last, when everything that the feed showed is in the archive: a run killed before this asks again and loses nothing.
        await archive.SaveVisitAsync(next, cancellation);
        Telemetry.Visited(report);
        if (report.Outcome == "failed")
            Telemetry.Fail(activity, report.Troubles[^1].Why);
        return report with { Took = clock.GetElapsedTime(began) };
    }

    /// <summary>Asks again for a page that could not be had when its entry came.</summary>
    public async Task<SourceReport> CompleteAsync(Source source, OwedPage owed, CancellationToken cancellation)
    {
        var page = await pages.ClipAsync(source, owed.Entry, owed.Attempts, cancellation);
        await archive.KeepAsync([Joined(source, owed.Entry, owed.Fingerprint, page, owed.FirstSeen, owed.Attempts)], cancellation);
        var report = new SourceReport(source.Name) { Outcome = "page", Completed = page.Clip is null ? 0 : 1 };
        return page.Trouble is null ? report : report.With(page.Trouble);
    }

    private static Trouble Trouble(Source source, string what, Failed failed) => new(source.Name, $"{what} {source.Url}",
        failed.Status == 410 ? $"{failed.Why}: it is asked no more; take it out of sources.yaml, or give it its new url" : failed.Why);

    private async Task<SourceReport> KeepAsync(Source source, Feed feed, CancellationToken cancellation)
    {
        var (chosen, troubles) = EntryFilter.Choose(EntryIdentity.Distinct(feed.Entries), source);
        var report = new SourceReport(source.Name)
        {
            Entries = feed.Entries.Count,
            Dropped = EntryIdentity.Distinct(feed.Entries).Count - chosen.Count,
            Troubles = [.. troubles.Select(why => new Trouble(source.Name, "choosing entries", why))],
        };
        var held = await archive.HeldAsync(source.Url.AbsoluteUri, chosen, cancellation);
        var changed = chosen.Where(entry => held.GetValueOrDefault(entry.Id)?.Fingerprint != EntryArticle.Fingerprint(entry));
        foreach (var batch in changed.Chunk(source.Pages ? 1 : Batch))
            report = await KeepAsync(source, batch, held, report, cancellation);
        return report;
    }

    private async Task<SourceReport> KeepAsync(
        Source source, Entry[] entries, IReadOnlyDictionary<string, Held> known, SourceReport report, CancellationToken cancellation)
    {
        var keepings = new List<Keeping>(entries.Length);
        foreach (var entry in entries)
        {
            var held = known.GetValueOrDefault(entry.Id);
            var page = await pages.ClipAsync(source, entry, attempts: 0, cancellation);
            var same = held is null ? entry : entry with { Id = held.Id };
            keepings.Add(Joined(source, same, EntryArticle.Fingerprint(entry), page, held?.FirstSeen ?? clock.GetUtcNow(), attempts: 0));
            report = held is null ? report with { New = report.New + 1 } : report with { Revised = report.Revised + 1 };
            report = page.Trouble is null ? report : report.With(page.Trouble);
        }
        await archive.KeepAsync(keepings, cancellation);
        return report;
    }

    private Keeping Joined(Source source, Entry entry, string fingerprint, PageClip page, DateTimeOffset seen, int attempts) =>
        new(source.Url.AbsoluteUri, entry, fingerprint, EntryArticle.Join(source, entry, page.Clip, page.FinalUrl, seen) with { PageGone = page.Gone, RedirectedFrom = RedirectedFrom(entry, page) })
        {
            Seen = clock.GetUtcNow(),
            PageDue = page.Due,
            PageAttempts = page.Trouble is null ? 0 : attempts + 1,
        };

    /// <summary>Only from one registrable domain to another: from http to https, or to www, a link leads where it says.</summary>
    private static string? RedirectedFrom(Entry entry, PageClip page) =>
        entry.Url is { } link && page.FinalUrl is { } landed && RegistrableDomain.Of(new Uri(link)) is var named && named != RegistrableDomain.Of(landed) ? named : null;
}
