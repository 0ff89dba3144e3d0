using System.Text.Json.Nodes;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;

namespace Pipeline.Host.Reports;

/// <summary>Collects, publishes a week once, and leaves a report beside the archive; who asked for alerts is told when it fails or is late.</summary>
/// <param name="webhook">Null where no alerts are wanted.</param>
/// <param name="say">Where it is told that a report or an alert could not be delivered: that never costs a digest.</param>
internal sealed class WeeklyRun(Desk desk, Webhook? webhook, Action<string> say)
{
    private readonly ReportFolder folder = ReportFolder.Beside(desk.Settings.Archive, desk.SourcesFile);

    public async Task<(CollectReport Collected, PublishReport Published, ModelUse? Use)> RunAsync(WeekLabel week, CancellationToken cancellation)
    {
        using var model = desk.Model(Asking.Missing);
        using var embedding = desk.Embedding(Asking.Missing);
        var report = new RunReport(week, desk.Clock.GetUtcNow()) { Alerts = Sent(week), Use = model?.Use };
        try
        {
            report = await AlertLateAsync(report, cancellation);
            var began = desk.Clock.GetTimestamp();
            report = report with { Collected = await desk.Newsroom.CollectAsync(only: null, cancellation) };
            report = report with { Collecting = desk.Clock.GetElapsedTime(began) };
            began = desk.Clock.GetTimestamp();
            var published = await desk.Newsroom.PublishAsync(week, new PublishOptions(desk.Templates) { Writer = model?.Writer, Embedder = embedding?.Embedder, Once = true }, cancellation);
            report = report with { Published = published, Publishing = desk.Clock.GetElapsedTime(began) };
            if (published.Result == PublishResult.Published && desk.Settings.Retention is { } rule)
                await Retention.ApplyAsync(desk.Settings, rule, desk.Archive, desk.Clock.GetUtcNow(), dryRun: false, new Progress<Progress>(), cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Write(await AlertAsync(report with { Error = Text(exception) }, "failed", Text(exception), cancellation));
            throw;
        }

        if (report.Published is { Result: PublishResult.Refused } refused)
            report = await AlertAsync(report, "failed", $"edited by hand and so not overwritten: {string.Join(", ", refused.EditedByHand)}", cancellation);
        // A week that was left alone keeps the report of the run that published it.
        if (report.Published!.Result != PublishResult.AlreadyPublished)
            Write(report);
        return (report.Collected!, report.Published, report.Use);
    }

    private async Task<RunReport> AlertLateAsync(RunReport report, CancellationToken cancellation)
    {
        var end = desk.Settings.Week.WeekOf(report.Week).Window.End;
        if (desk.Settings.Alerts is not { } alerts || report.Started < end + alerts.Late || await desk.Archive.PublicationAsync(report.Week, cancellation) is { Finished: true })
            return report;
        return await AlertAsync(report, "late", $"it ended at {Commands.Output.Instant(end)} and is not published yet", cancellation);
    }

    private async Task<RunReport> AlertAsync(RunReport report, string kind, string why, CancellationToken cancellation)
    {
        if (webhook is null || report.Alerts.Contains(kind))
            return report;
        var site = desk.Settings.Site.Title;
        var alert = new JsonObject { ["text"] = $"{site} {report.Week} {(kind == "late" ? "is late" : "has failed")}: {why}", ["kind"] = kind, ["week"] = report.Week.ToString(), ["site"] = site, ["why"] = why };
        if (await webhook.PostAsync(alert, cancellation) is { } fault)
        {
            say($"no alert could be sent: {fault}");
            return report;
        }

        return report with { Alerts = [.. report.Alerts, kind] };
    }

    /// <summary>The alerts that an earlier run sent: one that is tried every half hour is not told of every half hour.</summary>
    private string[] Sent(WeekLabel week) => [.. (folder.Read(week)?["alerts"] as JsonArray ?? []).Select(kind => kind?.ToString()).OfType<string>()];

    private void Write(RunReport report)
    {
        try
        {
            folder.Write(report with { Finished = desk.Clock.GetUtcNow() });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            say($"the run's report can't be written: {exception.Message}");
        }
    }

    private static string Text(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
