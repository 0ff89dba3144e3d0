using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Analysis;
using Pipeline.Digests;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

internal static class CheckCommand
{
    public static Command Create()
    {
        var (common, week) = (new CommonOptions(), CommonOptions.Week());
        var command = new Command("check", "Check sources.yaml, the templates and the published digests: every claim, link, anchor and schema. Left out, WEEK means every published week.") { week };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(common.Read(parsed), parsed.GetValue(week)))));
        return command;
    }

    private static int Run(Request request, string? word)
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
        if (request.Json)
        {
            Console.WriteLine(Json(weeks, findings).ToJsonString(Output.Readable));
            return findings.Count == 0 ? Exit.Done : Exit.Failed;
        }

        foreach (var finding in findings)
            Console.WriteLine(finding);
        Console.WriteLine($"{weeks.Count} {(weeks.Count == 1 ? "week" : "weeks")} checked in {settings.Digests}: {(findings.Count == 0 ? "nothing is wrong" : $"{findings.Count} wrong")}");
        return findings.Count == 0 ? Exit.Done : Exit.Failed;
    }

    private static JsonObject Json(List<WeekLabel> weeks, List<Finding> findings) => new()
    {
        ["weeks"] = Output.Array(weeks, week => week.ToString()),
        ["findings"] = Output.Array(findings, finding => new JsonObject { ["file"] = finding.File, ["line"] = finding.Line, ["what"] = finding.What }),
    };
}
