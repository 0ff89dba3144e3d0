using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Analysis;
using Pipeline.Digests;
using Pipeline.Host.Storage;
using Pipeline.Host.Storage.Postgres;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.Commands;

internal static class CheckCommand
{
    private const string Examples =
        """
        pipeline check                                 sources.yaml, templates, every published week
        pipeline check 2026-W06 --json                 one week, its findings as JSON
        pipeline check --digests site/digests          digests that stand elsewhere
        """;

    public static Command Create()
    {
        var (common, week) = (new CommonOptions(), CommonOptions.Week());
        var command = new ExampledCommand("check", "Check sources.yaml, the templates and the published digests: every claim, link, anchor and schema. Left out, WEEK means every published week.", Examples) { week };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(week), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string? word, CancellationToken cancellation)
    {
        var settings = Desk.LoadSettings(request);
        Desk.LoadTemplates(request, settings.Site.Language);
        Desk.LoadPrompts(request, settings);
        var weeks = word is null
            ? PublishedWeeks.Read(settings.Digests)?.Weeks.Select(week => WeekLabel.Parse(week.Week)).ToList() ?? []
            : [Request.Week(word, settings.Week, TimeProvider.System.GetUtcNow())];
        foreach (var week in weeks)
            WeekEdits.Read(settings.Digests, week);
        var findings = weeks.SelectMany(week => DigestCheck.Run(settings.Digests, week, GroundingGate.Examine)).ToList();
        var compared = IsThere(settings.Archive) ? await CompareAsync(settings, weeks, findings, cancellation) : 0;
        if (request.Json)
        {
            Console.WriteLine(Json(weeks, findings).ToJsonString(Output.Readable));
            return findings.Count == 0 ? Exit.Done : Exit.Failed;
        }

        foreach (var finding in findings)
            Console.WriteLine(finding);
        Console.WriteLine($"{weeks.Count} {(weeks.Count == 1 ? "week" : "weeks")} checked in {settings.Digests}{(compared > 0 ? $", {compared} of them against the archive too" : "")}: {(findings.Count == 0 ? "nothing is wrong" : $"{findings.Count} wrong")}");
        return findings.Count == 0 ? Exit.Done : Exit.Failed;
    }

    /// <summary>A check makes no archive where there is none.</summary>
    private static bool IsThere(string archive) => File.Exists(archive) || PostgresUrl.IsOne(archive);

    /// <returns>How many weeks: none where the archive can't be read, its password is not at hand, or it knows none of them. The files have been checked all the same.</returns>
    private static async Task<int> CompareAsync(Settings settings, IEnumerable<WeekLabel> weeks, List<Finding> findings, CancellationToken cancellation)
    {
        var compared = 0;
        try
        {
            await using var archive = await SqlArchive.OpenExistingAsync(settings.Archive, cancellation);
            foreach (var week in weeks)
            {
                var found = await ArchiveComparison.RunAsync(settings.Digests, settings.Week.WeekOf(week), archive, cancellation);
                findings.AddRange(found ?? []);
                compared += found is null ? 0 : 1;
            }
        }
        catch (Exception exception) when (exception is ArchiveException or UsageException)
        {
            await Console.Error.WriteLineAsync($"pipeline: checked without the archive: {exception.Message}");
        }

        return compared;
    }

    private static JsonObject Json(List<WeekLabel> weeks, List<Finding> findings) => new()
    {
        ["weeks"] = Output.Array(weeks, week => week.ToString()),
        ["findings"] = Output.Array(findings, finding => new JsonObject { ["file"] = finding.File, ["line"] = finding.Line, ["what"] = finding.What }),
    };
}
