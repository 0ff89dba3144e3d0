using Pipeline.Analysis;
using Pipeline.Clipping;
using Pipeline.Digests;
using Pipeline.Feeds;
using Pipeline.Fetching;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Stories;
using Pipeline.Themes;

namespace Pipeline;

/// <summary>
/// The table of contents: <see cref="CollectAsync"/> and <see cref="PublishAsync"/> read as the way of a news item.
/// Stages are functions of their input; what is saved, when it is, and what a failure means is decided here.
/// </summary>
public sealed class Newsroom(Settings settings, IArchive archive, Fetcher fetcher, TimeProvider clock, IProgress<Progress> progress)
{
    /// <summary>How many sources are asked at once; what one host bears is the fetcher's matter.</summary>
    private const int SourcesAtOnce = 8;

    /// <summary>Fetches and clips what is due, or what <paramref name="only"/> names whether due or not, into the archive.</summary>
    public async Task<CollectReport> CollectAsync(IReadOnlySet<string>? only, CancellationToken cancellation)
    {
        var visits = await archive.VisitsAsync(cancellation);
        var due = settings.Sources.Where(source => Visiting.IsDue(source, visits, only, clock.GetUtcNow())).ToList();
        var reports = new SourceReport[due.Count];
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, due.Count), Limited(cancellation), async (at, token) =>
        {
            reports[at] = await VisitAsync(due[at], visits.GetValueOrDefault(due[at].Url.AbsoluteUri), token);
            progress.Report(new Progress("collect", Interlocked.Increment(ref done), due.Count, reports[at].ToString()));
        });
        return new CollectReport(settings.Sources.Count, reports);
    }

    /// <summary>Publishes a week from the archive; it asks nothing of the network.</summary>
    public async Task<PublishReport> PublishAsync(WeekLabel label, PublishOptions options, CancellationToken cancellation)
    {
        var week = settings.Week.WeekOf(label);
        var earlier = await archive.PublicationAsync(label, cancellation);
        if (options.Once && earlier is { Finished: true })
            return new PublishReport(week, PublishResult.AlreadyPublished);
        var articles = WeekArticles.Fold(await archive.ArticlesAsync(week.Window, cancellation), settings.Sources);
        if (articles.Count == 0)
            return new PublishReport(week, PublishResult.NoItems);

        Tell(1, $"{articles.Count} articles");
        var stories = StoryGrouper.Group(articles);
        Tell(2, $"{stories.Count} stories");
        var grouping = ThemeGrouper.Group(stories, settings.Themes, settings.Site.Language);
        Tell(3, $"{grouping.Themes.Count} themes");
        var anchors = Anchoring.Assign(earlier?.Anchors ?? Anchors.None, articles, grouping);
        var digest = ExtractiveAnalyst.Write(new WeekNews
        {
            Week = week,
            Language = settings.Site.Language,
            Articles = articles,
            Grouping = Anchoring.WithIds(grouping, anchors),
            Coverage = earlier?.Coverage ?? await CoverageAsync(cancellation),
        });
        Tell(4, $"{digest.Claims.Count()} claims");
        var folder = new DigestFolder(settings.Digests);
        var files = DigestWriter.Write(digest, anchors, settings.Site, options.Templates, PublishedWeeks.Read(settings.Digests));
        var publication = (earlier ?? new Publication(label)) with { Anchors = anchors, Coverage = digest.News.Coverage };
        return await ReplaceAsync(new PublishReport(week, PublishResult.Published) { Digest = digest, Files = files }, publication, folder, options, cancellation);
    }

    private async Task<SourceReport> VisitAsync(Source source, Visit? visit, CancellationToken cancellation)
    {
        var report = new SourceReport(source.Name);
        var next = visit ?? new Visit(source.Url.AbsoluteUri, source.Name);
        try
        {
            var outcome = await fetcher.FetchAsync(Visiting.Request(source, visit), cancellation);
            if (outcome is Fetched feed)
                report = await KeepAsync(source, FeedParser.Parse(feed.Body, feed.Charset, feed.FinalUrl), cancellation);
            next = Visiting.After(next, outcome, clock.GetUtcNow());
            report = report with { Outcome = Visiting.Name(outcome) };
            if (outcome is Failed failed)
                report = report.With(new Trouble(source.Name, $"fetching {source.Url}", failed.Why));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            next = Visiting.AfterFailure(next, exception.Message, clock.GetUtcNow());
            report = report with { Outcome = "failed" };
            report = report.With(new Trouble(source.Name, $"reading {source.Url}", Explain(exception)));
        }

        // Last, when everything that the feed showed is in the archive: a run killed before this asks again and loses nothing.
        await archive.SaveVisitAsync(next, cancellation);
        return report;
    }

    private async Task<SourceReport> KeepAsync(Source source, Feed feed, CancellationToken cancellation)
    {
        var report = new SourceReport(source.Name) { Entries = feed.Entries.Count };
        var entries = EntryIdentity.Distinct(feed.Entries);
        var known = await archive.HeldAsync(source.Url.AbsoluteUri, [.. entries.Select(entry => entry.Id)], cancellation);
        foreach (var entry in entries)
        {
            var fingerprint = EntryArticle.Fingerprint(entry);
            var held = known.GetValueOrDefault(entry.Id);
            if (held?.Fingerprint == fingerprint)
                continue;
            var seen = held?.FirstSeen ?? clock.GetUtcNow();
            var (clip, finalUrl, trouble) = await ClipAsync(source, entry, cancellation);
            var article = EntryArticle.Join(source, entry, clip, finalUrl, seen);
            await archive.KeepAsync(new Keeping(source.Url.AbsoluteUri, entry, fingerprint, article), cancellation);
            report = held is null ? report with { New = report.New + 1 } : report with { Revised = report.Revised + 1 };
            if (trouble is not null)
                report = report.With(trouble);
        }

        return report;
    }

    /// <summary>The entry's page; where it can't be had the trouble says why, and the entry's own content stands in.</summary>
    private async Task<(Clip? Clip, Uri? FinalUrl, Trouble? Trouble)> ClipAsync(Source source, Entry entry, CancellationToken cancellation)
    {
        if (!source.Pages || entry.Url is null)
            return default;
        try
        {
            var outcome = await fetcher.FetchAsync(Visiting.PageRequest(source, entry.Url), cancellation);
            return outcome switch
            {
                Fetched page => (Clipper.Clip(page.Body, page.Charset, page.FinalUrl), page.FinalUrl, null),
                Failed failed => (null, null, new Trouble(source.Name, $"fetching {entry.Url}", failed.Why)),
                _ => default,
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (null, null, new Trouble(source.Name, $"clipping {entry.Url}", Explain(exception)));
        }
    }

    private async Task<PublishReport> ReplaceAsync(
        PublishReport report, Publication publication, DigestFolder folder, PublishOptions options, CancellationToken cancellation)
    {
        var earlier = await archive.PublicationAsync(report.Week.Label, cancellation);
        report = report with
        {
            Changed = [.. report.Files.Where(file => folder.Hash(file.Path) != file.Hash).Select(file => file.Path)],
            EditedByHand = HandEdits.Find(folder, report.Files, PublishedWeeks.Read(settings.Digests)?.Find(report.Week.Label), earlier?.Hashes),
        };
        if (options.DryRun)
            return report with { Result = PublishResult.DryRun };
        if (report.EditedByHand.Count > 0 && !options.Force)
            return report with { Result = PublishResult.Refused };

        // The hashes are noted before the first file is replaced: after a kill in between, our own files are still known as ours.
        var hashes = report.Files.ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal);
        publication = publication with { Hashes = hashes, Published = publication.Published ?? clock.GetUtcNow() };
        await archive.SavePublicationAsync(publication with { Finished = false }, cancellation);
        folder.Replace(report.Files);
        await archive.SavePublicationAsync(publication with { Finished = true }, CancellationToken.None);
        return report;
    }

    private async Task<Coverage> CoverageAsync(CancellationToken cancellation)
    {
        var visits = await archive.VisitsAsync(cancellation);
        var read = settings.Sources.ToLookup(source => visits.GetValueOrDefault(source.Url.AbsoluteUri) is { Trouble: null, Succeeded: not null });
        return new Coverage { Read = Names(read[true]), Failed = Names(read[false]) };
    }

    private static List<string> Names(IEnumerable<Source> sources) => [.. sources.Select(source => source.Name).Order(StringComparer.Ordinal)];

    /// <summary>What a person is told of a failure; an exception that no stage meant to throw is a bug, and says its name.</summary>
    private static string Explain(Exception exception) =>
        exception is TroubleException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";

    private static ParallelOptions Limited(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = SourcesAtOnce, CancellationToken = cancellation };

    private void Tell(int done, string what) => progress.Report(new Progress("publish", done, 4, what));
}
