using System.CommandLine;
using Pipeline.Digests;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

internal static class RebuildCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var week = new Argument<string>("WEEK") { Description = "2026-W06, 'this' or 'last'", CompletionSources = { "this", "last" } };
        var diff = new Option<bool>("--diff") { Description = "show what would change, line by line, and write nothing" };
        var dryRun = new Option<bool>("--dry-run") { Description = "name the files that would change, and write nothing" };
        var force = new Option<bool>("--force") { Description = "overwrite files that were edited by hand" };
        var fresh = new Option<bool>("--fresh") { Description = "ask the language model again for all of it, instead of taking its kept replies" };
        var email = new Option<string?>("--email") { Description = "also write the digest as a letter with text and HTML into FILE; nothing is sent", HelpName = "FILE" };
        var command = new Command("rebuild", "Publish a week from the archive again: no network, the same bytes for the same archive and configuration.") { week, diff, dryRun, fresh, force, email };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(
            common.Read(parsed), parsed.GetValue(week)!, new How(parsed.GetValue(diff), parsed.GetValue(diff) || parsed.GetValue(dryRun), parsed.GetValue(fresh), parsed.GetValue(force)), parsed.GetValue(email), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string word, How how, string? email, CancellationToken cancellation)
    {
        using var progress = new ConsoleProgress();
        await using var desk = await Desk.OpenAsync(request, progress, cancellation);
        var week = Request.Week(word, desk.Settings.Week, desk.Clock.GetUtcNow());
        await using var hold = await desk.Archive.LockAsync($"pipeline rebuild {week}", cancellation);
        using var model = desk.Model(how.Fresh ? Asking.Everything : Asking.Nothing, keeps: !how.DryRun);
        var report = await desk.Newsroom.PublishAsync(week, new PublishOptions(desk.Templates) { Writer = model?.Writer, DryRun = how.DryRun, Force = how.Force }, cancellation);
        progress.Dispose();
        if (report.Result == PublishResult.NoItems)
            throw new TroubleException($"the archive {desk.Settings.Archive} holds nothing of {week}; 'pipeline run {week}' collects it while the feeds still show it");
        if (how.Diff)
        {
            ClaimDifference.Print(desk.Settings.Digests, report, Console.Out);
            FileDifference.Print(desk.Settings.Digests, report, report.Changed, Console.Out);
        }
        else if (report.Result == PublishResult.Refused)
        {
            FileDifference.Print(desk.Settings.Digests, report, report.EditedByHand, Console.Error);
        }

        if (email is not null)
            LetterFile.Write(Letter.Of(report.Files, report.Week, desk.Settings.Site), email);
        new RunSummary(desk, request).Print(collected: null, report, model?.Use);
        return RunSummary.ExitCode(request, collected: null, report);
    }

    private sealed record How(bool Diff, bool DryRun, bool Fresh, bool Force);
}
