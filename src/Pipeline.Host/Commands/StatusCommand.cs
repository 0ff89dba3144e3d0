using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Host.Reports;
using Pipeline.Model;
using Spectre.Console;

namespace Pipeline.Host.Commands;

internal static class StatusCommand
{
    private const string Examples =
        """
        pipeline status                                for people
        pipeline status --json                         for scripts
        pipeline status --strict                       exit 1 where a source needs an editor
        """;

    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new ExampledCommand("status", "The sources and their health, the weeks, and how much the archive holds.", Examples);
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, CancellationToken cancellation)
    {
        using var progress = new ConsoleProgress();
        await using var desk = await Desk.OpenAsync(request, progress, cancellation);
        var sources = await HealthAsync(desk, cancellation);
        var weeks = await WeeksAsync(desk, cancellation);
        var counts = await desk.Archive.CountsAsync(cancellation);
        var last = ReportFolder.Beside(desk.Settings.Archive, desk.SourcesFile).Last();
        if (request.Json)
            Console.WriteLine(Json(sources, weeks, counts, last).ToJsonString(Output.Readable));
        else
            Print(desk, sources, weeks, counts, last);
        return request.Strict && sources.Any(source => source.Visit?.Trouble is not null || source.Health.NeedsAttention) ? Exit.Failed : Exit.Done;
    }

    private static async Task<IReadOnlyList<WeekRow>> WeeksAsync(Desk desk, CancellationToken cancellation)
    {
        var rows = new List<WeekRow>();
        foreach (var publication in await desk.Archive.PublicationsAsync(cancellation))
        {
            var window = desk.Settings.Week.WeekOf(publication.Week).Window;
            rows.Add(new WeekRow(publication, await Corrections.FindAsync(desk.Archive, window, publication.Published, cancellation)));
        }

        return rows;
    }

    private static async Task<IReadOnlyList<Row>> HealthAsync(Desk desk, CancellationToken cancellation)
    {
        var now = desk.Clock.GetUtcNow();
        var visits = await desk.Archive.VisitsAsync(cancellation);
        var activities = await desk.Archive.ActivityAsync(now - SourceHealth.Memory, cancellation);
        return [.. desk.Settings.Sources.Select(source =>
        {
            var visit = visits.GetValueOrDefault(source.Url.AbsoluteUri);
            return new Row(source, visit, SourceHealth.Of(visit, activities.GetValueOrDefault(source.Url.AbsoluteUri), now));
        })];
    }

    private static void Print(Desk desk, IReadOnlyList<Row> sources, IReadOnlyList<WeekRow> weeks, ArchiveCounts counts, JsonObject? last)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Source", "Health", "A week", "Last read", "Not before");
        foreach (var (source, visit, health) in sources)
        {
            table.AddRow(
                Markup.Escape(source.Name), Markup.Escape(health.Said), health.PerWeek?.ToString("0", CultureInfo.InvariantCulture) ?? "",
                Output.Instant(visit?.Succeeded) ?? "", visit?.Gone is null ? Output.Instant(visit?.NotBefore) ?? "" : "never");
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        console.Write(table);
        foreach (var (week, corrections) in weeks)
        {
            Console.WriteLine($"{week.Week}  {(week.Finished ? "published" : "begun, not finished: the next run finishes it")}  {Output.Instant(week.Published)}");
            foreach (var correction in corrections)
                Console.WriteLine($"  {RunSummary.Told(correction, desk.Settings.Week.Zone)}");
            if (corrections.Any(correction => week.Corrected is not { } marked || correction.Seen > marked))
                Console.WriteLine($"  not marked in the digest yet: 'pipeline rebuild {week.Week}' does so");
        }

        if (last is not null)
            Console.WriteLine(Told(last));
        Console.WriteLine($"{counts.Articles} articles, {counts.Entries} entries in {counts.Revisions} revisions, {counts.Weeks} weeks: {desk.Settings.Archive}");
    }

    private static JsonObject Json(IReadOnlyList<Row> sources, IReadOnlyList<WeekRow> weeks, ArchiveCounts counts, JsonObject? last) => new()
    {
        ["sources"] = Output.Array(sources, Json),
        ["weeks"] = Output.Array(weeks, row => new JsonObject
        {
            ["week"] = row.Week.Week.ToString(),
            ["finished"] = row.Week.Finished,
            ["published"] = Output.Instant(row.Week.Published),
            ["corrected"] = Output.Instant(row.Week.Corrected),
            ["corrections"] = Output.Array(row.Corrections, RunSummary.Json),
        }),
        ["archive"] = new JsonObject { ["entries"] = counts.Entries, ["revisions"] = counts.Revisions, ["articles"] = counts.Articles, ["weeks"] = counts.Weeks },
        ["lastRun"] = last,
    };

    /// <summary>A run report in one line; it may be another version's, so nothing in it is taken for granted.</summary>
    private static string Told(JsonObject report)
    {
        var (fetched, seconds) = (report["fetched"] as JsonObject, report["seconds"] as JsonObject);
        return $"last run: {report["week"]} {report["result"]} at {report["finished"]}; {fetched?["asked"] ?? "no"} of {fetched?["configured"] ?? "no"} sources asked in {seconds?["collect"]} s, published in {seconds?["publish"]} s; "
            + $"{(report["troubles"] as JsonArray)?.Count ?? 0} troubles{(report["error"] is { } error ? $"; {error}" : "")}";
    }

    private static JsonObject Json(Row row) => new()
    {
        ["name"] = row.Source.Name,
        ["url"] = row.Source.Url.AbsoluteUri,
        ["health"] = row.Health.Said,
        ["needsAttention"] = row.Health.NeedsAttention,
        ["perWeek"] = row.Health.PerWeek is { } number ? Math.Round(number, 1) : null,
        ["lastRead"] = Output.Instant(row.Visit?.Succeeded),
        ["notBefore"] = Output.Instant(row.Visit?.NotBefore),
        ["failures"] = row.Visit?.Failures ?? 0,
        ["trouble"] = row.Visit?.Trouble,
        ["movedTo"] = row.Visit?.MovedTo,
        ["gone"] = Output.Instant(row.Visit?.Gone),
    };

    private sealed record WeekRow(Publication Week, IReadOnlyList<Correction> Corrections);

    private sealed record Row(Source Source, Visit? Visit, SourceHealth Health);
}
