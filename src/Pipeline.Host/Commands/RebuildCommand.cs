using System.CommandLine;
using System.CommandLine.Parsing;
using Pipeline.Digests;
using Pipeline.Digests.Adopting;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

internal static class RebuildCommand
{
    private const string Examples =
        """
        pipeline rebuild 2026-W06                      the same bytes again, or what late articles and edits change
        pipeline rebuild last --diff                   what would change, by theme and claim and by line
        pipeline rebuild last --adopt                  make edits of what was changed by hand in the pages
        pipeline rebuild last --email digest.eml       besides, a letter to look at or to send
        """;

    private static readonly Option<bool> Diff = new("--diff") { Description = "show what would change, by theme and claim and by line, and write nothing" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "name the files that would change, and write nothing" };
    private static readonly Option<bool> Adopt = new("--adopt") { Description = "write what was changed by hand in the published pages as edits into digests/edits/WEEK.yaml, and rebuild with them" };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "ask the models again for all of it, instead of taking their kept replies" };
    private static readonly Option<bool> Force = new("--force") { Description = "overwrite files that were edited by hand" };
    private static readonly Option<string?> Email = new("--email") { Description = "also write the digest as a letter with text and HTML into FILE; nothing is sent", HelpName = "FILE" };

    public static Command Create()
    {
        var common = new CommonOptions();
        var week = new Argument<string>("WEEK") { Description = "2026-W06, 'this' or 'last'", HelpName = "WEEK", CompletionSources = { "this", "last" } };
        var command = new ExampledCommand("rebuild", "Publish a week from the archive again: no network, the same bytes for the same archive and configuration.", Examples)
        {
            week, Diff, DryRun, Adopt, Fresh, Force, Email,
        };
        common.AddTo(command);
        foreach (var other in new[] { Fresh, Diff, DryRun })
            command.Validators.Add(result => RefuseWithAdopt(other, result));
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(week)!, parsed, cancellation)));
        return command;
    }

    /// <summary>Adopting is writing, and what was changed by hand was changed in the digest as the kept replies made it.</summary>
    private static void RefuseWithAdopt(Option<bool> other, CommandResult result)
    {
        if (result.GetValue(Adopt) && result.GetValue(other))
            result.AddError($"--adopt can't go with {other.Name}: adopt what was changed by hand first, then rebuild with {other.Name}");
    }

    private static async Task<int> RunAsync(Request request, string word, ParseResult asked, CancellationToken cancellation)
    {
        var letter = asked.GetValue(Email) is { } email ? NamedFile.ToWrite(email) : null;
        using var progress = new ConsoleProgress();
        await using var desk = await Desk.OpenAsync(request, progress, cancellation);
        if (letter is not null && desk.Settings.Site.Url is null)
            throw new UsageException(Letter.NoAddress);
        var week = Request.Week(word, desk.Settings.Week, desk.Clock.GetUtcNow());
        await using var hold = await desk.Archive.LockAsync($"pipeline rebuild {week}", cancellation);
        var dryRun = asked.GetValue(Diff) || asked.GetValue(DryRun);
        if (!dryRun && !asked.GetValue(Force) && await desk.Archive.PublicationAsync(week, cancellation) is { Pruned: { } pruned })
            throw new TroubleException($"the archive let go of what {week} was made of on {pruned:yyyy-MM-dd}, but for what its claims cite: the published files say more than a rebuild could. --dry-run shows how much, --force writes it all the same");
        var asking = asked.GetValue(Fresh) ? Asking.Everything : Asking.Nothing;
        using var model = desk.Model(asking, keeps: !dryRun);
        using var embedding = desk.Embedding(asking, keeps: !dryRun);
        var options = new PublishOptions(desk.Templates) { Writer = model?.Writer, Embedder = embedding?.Embedder, DryRun = dryRun, Force = asked.GetValue(Force) };
        var report = await desk.Newsroom.PublishAsync(week, options, cancellation);
        if (asked.GetValue(Adopt) && report.Adoption is { } adoption)
            report = await AdoptAsync(desk, report, adoption, options, cancellation);
        progress.Dispose();
        if (report.Result == PublishResult.NoItems)
            throw new TroubleException($"the archive {desk.Settings.Archive} holds nothing of {week}; 'pipeline run {week}' collects it while the feeds still show it");
        if (asked.GetValue(Diff))
            Show(desk, report);
        else if (report.Result == PublishResult.Refused)
            FileDifference.Print(desk.Settings.Digests, report, report.EditedByHand, Console.Error);
        if (letter is not null)
            LetterFile.Write(Letter.Of(report.Files, report.Week, desk.Settings.Site), letter);
        new RunSummary(desk, request).Print(collected: null, report, model?.Use);
        return RunSummary.ExitCode(request, collected: null, report, model?.Use);
    }

    /// <summary>Writes the edits, and rebuilds with them where they say all that was changed: the rest is not ours to lose.</summary>
    private static async Task<PublishReport> AdoptAsync(Desk desk, PublishReport refused, Adoption adoption, PublishOptions options, CancellationToken cancellation)
    {
        var week = refused.Week.Label;
        if (adoption.Edits.Count > 0)
        {
            WeekEdits.Add(desk.Settings.Digests, week, adoption.Edits);
            await Console.Error.WriteLineAsync($"{adoption.Edits.Count} {(adoption.Edits.Count == 1 ? "edit" : "edits")} added to {WeekEdits.PathOf(desk.Settings.Digests, week)}:");
            await Console.Error.WriteAsync(string.Concat(adoption.Edits));
        }

        return adoption.Left.Count > 0 && !options.Force
            ? refused with { Adoption = adoption with { Edits = [] } }
            : await desk.Newsroom.PublishAsync(week, options with { Force = true }, cancellation);
    }

    private static void Show(Desk desk, PublishReport report)
    {
        ClaimDifference.Print(desk.Settings.Digests, report, Console.Out);
        FileDifference.Print(desk.Settings.Digests, report, report.Changed, Console.Out);
    }
}
