using Pipeline.Analysis;
using Pipeline.Clipping;
using Pipeline.Digests;
using Pipeline.Digests.Editing;
using Pipeline.Fetching;
using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Stories;
using Pipeline.Themes;
using Reading = Pipeline.Analysis.Extraction.Reading;

namespace Pipeline;

/// <summary>
/// The table of contents: <see cref="CollectAsync"/> and <see cref="PublishAsync"/> read as the way of a news item.
/// Stages are functions of their input; what is saved, when it is, and what a failure means is decided here.
/// </summary>
public sealed class Newsroom(Settings settings, IArchive archive, Fetcher fetcher, TimeProvider clock, IProgress<Progress> progress)
{
    /// <summary>When a run is told to stop, what is begun has so long to end; else it is broken off, and asked for again next time.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Several shards may be collected at once: together they ask as many sources at a time as one collection does.</summary>
    /// <remarks>Never disposed of: it has no handle unless somebody asks for one.</remarks>
    private SemaphoreSlim Turns { get; } = new(settings.Concurrency);

    /// <summary>Fetches and clips what is due, or what <paramref name="only"/> names whether due or not, into the archive.</summary>
    public Task<CollectReport> CollectAsync(IReadOnlySet<string>? only, CancellationToken cancellation) => CollectFromAsync(settings.Sources, only, cancellation);

    /// <summary>Fetches and clips what is due in one shard.</summary>
    public Task<CollectReport> CollectShardAsync(int shard, CancellationToken cancellation) =>
        CollectFromAsync([.. settings.Sources.Where(source => Shard.Of(source) == shard)], null, cancellation);

    private async Task<CollectReport> CollectFromAsync(IReadOnlyList<Source> sources, IReadOnlySet<string>? only, CancellationToken cancellation)
    {
        if (sources.Count == 0)
            return new CollectReport(0, []);
        using var activity = Telemetry.Source.StartActivity("collect");
        var desk = new SourceDesk(archive, fetcher, clock);
        var visits = await archive.VisitsAsync(cancellation);
        var owed = (await archive.OwedPagesAsync(clock.GetUtcNow(), cancellation)).ToLookup(page => page.Feed, StringComparer.Ordinal);
        var pages = sources.Where(source => source.Pages && only?.Contains(source.Name) != false)
            .SelectMany(source => owed[source.Url.AbsoluteUri].Select(page => Errand((token) => desk.CompleteAsync(source, page, token))));
        var due = sources.Where(source => Visiting.IsDue(source, visits.GetValueOrDefault(source.Url.AbsoluteUri), only, clock.GetUtcNow()))
            .Select(source => Errand(token => VisitAsync(desk, source, visits.GetValueOrDefault(source.Url.AbsoluteUri), token)));
        return new CollectReport(sources.Count, await RunAsync([.. pages, .. due], cancellation));

        static Func<CancellationToken, Task<SourceReport>> Errand(Func<CancellationToken, Task<SourceReport>> errand) => errand;
    }

    /// <summary>Publishes a week from the archive; it asks nothing of the network but what <see cref="PublishOptions.Writer"/> and <see cref="PublishOptions.Embedder"/> do.</summary>
    public async Task<PublishReport> PublishAsync(WeekLabel label, PublishOptions options, CancellationToken cancellation)
    {
        using var activity = Telemetry.Source.StartActivity("publish")?.SetTag("pipeline.week", label.ToString());
        var week = settings.Week.WeekOf(label);
        var earlier = await archive.PublicationAsync(label, cancellation);
        if (options.Once && earlier is { Finished: true })
            return new PublishReport(week, PublishResult.AlreadyPublished);
        var articles = RepeatedLines.LeftOut(WeekArticles.Fold(await archive.ArticlesAsync(week.Window, cancellation), settings.Sources));
        if (articles.Count == 0)
            return new PublishReport(week, PublishResult.NoItems);

        Tell(1, $"{articles.Count} articles");
        // What can be quoted is read while stories are grouped: only half of that can use a second processor.
        var reading = Task.Run(() => Reading.Of(articles), CancellationToken.None);
        var embedding = await WeekMeanings.OfAsync(label, articles, options.Embedder, earlier?.Embedded, cancellation);
        var stories = StoryGrouper.Group(articles, new StoryOptions { Aliases = Aliases.Standard.With(settings.Aliases) }, embedding.Meanings);
        var memories = await MemoriesAsync(label, cancellation);
        var subjects = new Subjects();
        stories = Recollection.FollowUps(stories, memories, subjects);
        Tell(2, $"{stories.Count} stories");
        var grouping = Recollection.Recall(ThemeGrouper.Group(stories, settings.Themes, settings.Site.Language, subjects), memories, subjects);
        Tell(3, $"{grouping.Themes.Count} themes");
        var anchors = Anchoring.Assign(earlier?.Anchors ?? Anchors.None, articles, grouping);
        var edits = WeekEdits.Read(settings.Digests, label);
        var edited = GroupingEdits.Apply(articles, Anchoring.WithIds(grouping, anchors), anchors, edits);
        (articles, anchors) = (edited.Articles, edited.Anchors);
        if (articles.Count == 0)
            return new PublishReport(week, PublishResult.NoItems) { Edits = edited.Outcomes };
        var corrections = (await Corrections.FindAsync(archive, week.Window, earlier?.Published, cancellation))
            .Where(correction => articles.Any(article => article.Url == correction.Article.Url)).ToArray();
        var news = new WeekNews
        {
            Week = week,
            Language = settings.Site.Language,
            Articles = articles,
            Grouping = edited.Grouping,
            Coverage = earlier?.Coverage ?? await CoverageAsync(cancellation),
            Corrections = corrections,
            DeniedLinks = settings.DeniedLinks,
            Roles = settings.Roles,
            Spaced = settings.Site.Spaced,
        };
        var digest = options.Writer is { } writer ? await ModelAnalyst.WriteAsync(news, await reading, writer, cancellation) : ExtractiveAnalyst.Write(news, await reading);
        (digest, var sentences) = SentenceEdits.Apply(digest, anchors, edits, GroundingGate.Examine);
        Tell(4, $"{digest.Claims.Count()} claims");
        Telemetry.Wrote(stories.Count, digest.Claims.Count(), digest.Refused.Count);
        var folder = new DigestFolder(settings.Digests);
        var files = DigestWriter.Write(digest, anchors, settings.Site, options.Templates, PublishedWeeks.Read(settings.Digests), folder.Text);
        var publication = (earlier ?? new Publication(label)) with
        {
            Anchors = anchors,
            Embedded = embedding.Found,
            Coverage = digest.News.Coverage,
            Corrected = corrections.Length > 0 ? corrections[^1].Seen : null,
            Memory = Recollection.Remember(label, edited.Grouping, subjects),
        };
        var report = new PublishReport(week, PublishResult.Published)
        {
            Digest = digest,
            Embedding = embedding.Work,
            Files = files,
            Edits = [.. edited.Outcomes.Concat(sentences).OrderBy(outcome => outcome.Line)],
            WrittenBy = PublishedWeeks.Read(settings.Digests)?.Find(label)?.Writer,
        };
        return await ReplaceAsync(report, publication, folder, options, edits, cancellation);
    }

    private Task<SourceReport> VisitAsync(SourceDesk desk, Source source, Visit? visit, CancellationToken cancellation)
    {
        if (visit?.NotBefore is { } due)
            Telemetry.Waited(clock.GetUtcNow() - due);
        return desk.VisitAsync(source, visit, cancellation);
    }

    /// <summary>Every errand, so many at a time; the reports are in the order of the errands.</summary>
    private async Task<SourceReport[]> RunAsync(IReadOnlyList<Func<CancellationToken, Task<SourceReport>>> errands, CancellationToken cancellation)
    {
        var reports = new SourceReport[errands.Count];
        var done = 0;
        var limit = new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency, CancellationToken = cancellation };
        using var patience = new CancellationTokenSource();
        await using var stop = cancellation.Register(() => patience.CancelAfter(Grace));
        await Parallel.ForEachAsync(Enumerable.Range(0, errands.Count), limit, async (at, token) =>
        {
            reports[at] = await InTurnAsync(errands[at], token, patience.Token);
            progress.Report(new Progress("collect", Interlocked.Increment(ref done), errands.Count, reports[at].ToString()));
        });
        return reports;
    }

    private async Task<SourceReport> InTurnAsync(Func<CancellationToken, Task<SourceReport>> errand, CancellationToken beginning, CancellationToken going)
    {
        await Turns.WaitAsync(beginning);
        try
        {
            return await errand(going);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<PublishReport> ReplaceAsync(
        PublishReport report, Publication publication, DigestFolder folder, PublishOptions options, IReadOnlyList<Edit> edits, CancellationToken cancellation)
    {
        var earlier = await archive.PublicationAsync(report.Week.Label, cancellation);
        report = report with
        {
            Changed = [.. report.Files.Where(file => folder.Hash(file.Path) != file.Hash).Select(file => file.Path)],
            EditedByHand = HandEdits.Find(folder, report.Files, PublishedWeeks.Read(settings.Digests)?.Find(report.Week.Label), earlier?.Hashes),
        };
        if (report.EditedByHand.Count > 0)
            report = report with { Adoption = HandEdits.Adopt(folder, report.EditedByHand, report.Files, new SitePaths(report.Week.Label, settings.Site), edits) };
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

    /// <summary>What earlier published weeks left behind, the newest first.</summary>
    private async Task<IReadOnlyList<WeekMemory>> MemoriesAsync(WeekLabel week, CancellationToken cancellation) =>
        [.. (await archive.PublicationsAsync(cancellation)).Where(publication => publication.Week < week && publication.Finished)
            .OrderByDescending(publication => publication.Week).Select(publication => publication.Memory)];

    private async Task<Coverage> CoverageAsync(CancellationToken cancellation)
    {
        var visits = await archive.VisitsAsync(cancellation);
        var read = settings.Sources.ToLookup(source => visits.GetValueOrDefault(source.Url.AbsoluteUri) is { Trouble: null, Succeeded: not null });
        return new Coverage { Read = Names(read[true]), Failed = Names(read[false]) };
    }

    private static List<string> Names(IEnumerable<Source> sources) => [.. sources.Select(source => source.Name).Order(StringComparer.Ordinal)];

    private void Tell(int done, string what) => progress.Report(new Progress("publish", done, 4, what));
}
