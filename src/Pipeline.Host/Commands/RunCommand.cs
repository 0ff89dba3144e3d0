using System.CommandLine;
using Pipeline.Host.Reports;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

internal static class RunCommand
{
    private const string Examples =
        """
        pipeline run                                   the latest week whose window has closed (for cron)
        pipeline run this                              the week that is not over yet
        pipeline run 2026-W06 --sources desk/sources.yaml --strict
        """;

    public static Command Create()
    {
        var (common, week) = (new CommonOptions(), CommonOptions.Week());
        var command = new ExampledCommand("run", "Collect what is due, then publish the week once: a week that is already published is left alone. For cron.", Examples) { week };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(week), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string? word, CancellationToken cancellation)
    {
        using var progress = new ConsoleProgress();
        await using var desk = await Desk.OpenAsync(request, progress, cancellation);
        var week = Request.Week(word, desk.Settings.Week, desk.Clock.GetUtcNow());
        await using var hold = await desk.Archive.LockAsync($"pipeline run {week}", cancellation);
        return await RunAsync(desk, request, week, progress, cancellation);
    }

    /// <summary>The main job, which the demo shares.</summary>
    public static async Task<int> RunAsync(Desk desk, Request request, WeekLabel week, ConsoleProgress progress, CancellationToken cancellation)
    {
        using var webhook = Webhook.For(desk.Settings.Alerts, Environment.GetEnvironmentVariable, desk.Clock);
        var (collected, published, use) = await new WeeklyRun(desk, webhook, said => Console.Error.WriteLine($"pipeline: {said}")).RunAsync(week, cancellation);
        progress.Dispose();
        new RunSummary(desk, request).Print(collected, published, use);
        return RunSummary.ExitCode(request, collected, published, use);
    }
}
