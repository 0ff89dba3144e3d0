using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Host.Storage;

namespace Pipeline.Host.Commands.Archive;

internal static class ArchivePrune
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "say what would go, week by week, and change nothing" };
        var command = new ExampledCommand("prune", "Let go of the texts of old weeks, as 'retention' in sources.yaml says. Titles and links stay, and so does every article that a published claim cites.",
            """
            pipeline archive prune --dry-run
            pipeline archive prune                  with 'retention: { age: 400d, size: 2GB }' in sources.yaml
            """)
        { dryRun };
        common.AddTo(command, common.Strict);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(dryRun), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, bool dryRun, CancellationToken cancellation)
    {
        var settings = Desk.LoadSettings(request);
        var rule = settings.Retention ?? throw new UsageException("sources.yaml says nothing of retention; write 'retention: { age: 400d }' into it, or a size such as 2GB, or both");
        using var progress = new ConsoleProgress();
        await using var archive = await SqlArchive.OpenExistingAsync(settings.Archive, cancellation);
        await using var hold = await archive.LockAsync("pipeline archive prune", cancellation);
        var report = await Retention.ApplyAsync(settings, rule, archive, TimeProvider.System.GetUtcNow(), dryRun, progress, cancellation);
        progress.Dispose();
        if (request.Json)
            Console.WriteLine(Json(report).ToJsonString(Output.Readable));
        else
            Print(report, dryRun);
        return Exit.Done;
    }

    private static void Print(RetentionReport report, bool dryRun)
    {
        var (said, after) = dryRun ? ("would be let go of", "after") : ("let go of", "now");
        foreach (var week in report.Weeks)
            Console.WriteLine($"{week.Week}  {(week.Kept is { } why ? $"left whole: {why}" : $"{week.Articles} texts {said}")}");
        Console.WriteLine($"{report.Weeks.Sum(week => week.Articles)} texts {said}: {Megabytes(report.Before)} of text before, {Megabytes(report.After)} {after}");
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");

    private static JsonObject Json(RetentionReport report) => new()
    {
        ["weeks"] = Output.Array(report.Weeks, week => new JsonObject { ["week"] = week.Week.ToString(), ["articles"] = week.Articles, ["kept"] = week.Kept }),
        ["before"] = report.Before,
        ["after"] = report.After,
    };
}
