using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Model;
using Spectre.Console;

namespace Pipeline.Host.Commands;

internal static class StatusCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("status", "The sources and their health, the weeks, and how much the archive holds.");
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, CancellationToken cancellation)
    {
        using var progress = new ConsoleProgress();
        await using var desk = await Desk.OpenAsync(request, progress, cancellation);
        var visits = await desk.Archive.VisitsAsync(cancellation);
        var weeks = await desk.Archive.PublicationsAsync(cancellation);
        var counts = await desk.Archive.CountsAsync(cancellation);
        if (request.Json)
            Console.WriteLine(Json(desk, visits, weeks, counts).ToJsonString(Output.Readable));
        else
            Print(desk, visits, weeks, counts);
        return request.Strict && visits.Values.Any(visit => visit.Trouble is not null) ? Exit.Failed : Exit.Done;
    }

    private static void Print(Desk desk, IReadOnlyDictionary<string, Visit> visits, IReadOnlyList<Publication> weeks, ArchiveCounts counts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Source", "Health", "Last read", "Not before");
        foreach (var source in desk.Settings.Sources)
        {
            var visit = visits.GetValueOrDefault(source.Url.AbsoluteUri);
            table.AddRow(Markup.Escape(source.Name), Markup.Escape(Health(visit)), Output.Instant(visit?.Succeeded) ?? "", Output.Instant(visit?.NotBefore) ?? "");
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        console.Write(table);
        foreach (var week in weeks)
            Console.WriteLine($"{week.Week}  {(week.Finished ? "published" : "begun, not finished: the next run finishes it")}  {Output.Instant(week.Published)}");
        Console.WriteLine($"{counts.Articles} articles, {counts.Entries} entries in {counts.Revisions} revisions, {counts.Weeks} weeks: {desk.Settings.Archive}");
    }

    private static string Health(Visit? visit) => visit switch
    {
        null => "never asked",
        { Trouble: { } trouble } => $"failed {visit.Failures} in a row: {trouble}",
        _ => "fine",
    };

    private static JsonObject Json(Desk desk, IReadOnlyDictionary<string, Visit> visits, IReadOnlyList<Publication> weeks, ArchiveCounts counts) => new()
    {
        ["sources"] = Output.Array(desk.Settings.Sources, source => Json(source, visits.GetValueOrDefault(source.Url.AbsoluteUri))),
        ["weeks"] = Output.Array(weeks, week => new JsonObject { ["week"] = week.Week.ToString(), ["finished"] = week.Finished, ["published"] = Output.Instant(week.Published) }),
        ["archive"] = new JsonObject { ["entries"] = counts.Entries, ["revisions"] = counts.Revisions, ["articles"] = counts.Articles, ["weeks"] = counts.Weeks },
    };

    private static JsonObject Json(Source source, Visit? visit) => new()
    {
        ["name"] = source.Name,
        ["url"] = source.Url.AbsoluteUri,
        ["lastRead"] = Output.Instant(visit?.Succeeded),
        ["notBefore"] = Output.Instant(visit?.NotBefore),
        ["failures"] = visit?.Failures ?? 0,
        ["trouble"] = visit?.Trouble,
    };
}
