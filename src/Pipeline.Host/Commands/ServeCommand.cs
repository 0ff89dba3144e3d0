using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Reports;
using Pipeline.Host.Schedule;
using Pipeline.Host.Storage;
using Pipeline.Host.Storage.Postgres;
using Pipeline.Host.Web;
using Pipeline.Model;
using Quartz;

namespace Pipeline.Host.Commands;

internal static class ServeCommand
{
    private const string Examples =
        """
        pipeline serve                                 health at http://127.0.0.1:8765/health
        pipeline serve --url http://0.0.0.0:8765 --token-file /etc/pipeline/token
        """;

    public static Command Create()
    {
        var common = new CommonOptions();
        var url = new Option<string>("--url") { Description = "where health is answered; other machines reach it only where you say so, and need a token then", DefaultValueFactory = _ => "http://127.0.0.1:8765", HelpName = "URL" };
        var tokenFile = new Option<string?>("--token-file") { Description = $"a file with the token that callers must show; else the environment's {AccessToken.Variable}", HelpName = "FILE" };
        var collectOnly = new Option<bool>("--collect-only") { Description = "leave publishing to another node on the same PostgreSQL" };
        var command = new ExampledCommand("serve", "Stay and work by the schedule of sources.yaml: collect, publish each week once, catch up a missed week. GET /health and /ready answer.", Examples) { url, tokenFile, collectOnly };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed) with { IsNode = true }, parsed.GetValue(url)!, parsed.GetValue(tokenFile), parsed.GetValue(collectOnly), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string url, string? tokenFile, bool collectOnly, CancellationToken cancellation)
    {
        var token = AccessToken.For(url, tokenFile, Environment.GetEnvironmentVariable);
        if (collectOnly && !PostgresUrl.IsOne(Desk.LoadSettings(request).Archive))
            throw new UsageException("--collect-only leaves publishing to another node, and an SQLite archive has none; leave it out, or give a PostgreSQL archive that several share");
        await using var desk = await Desk.OpenAsync(request, new Progress<Progress>(), cancellation);
        // The schedule's file is one process's; nodes on PostgreSQL share theirs.
        await using var hold = desk.Nodes is null ? ArchiveLock.Take(ScheduleStore.FileBeside(desk.Settings.Archive), "pipeline serve") : null;
        // Said now, not on Friday evening.
        Webhook.For(desk.Settings.Alerts, Environment.GetEnvironmentVariable, desk.Clock)?.Dispose();
        await using var host = Build(desk, url, desk.Clock, token, collectOnly);
        await StartAsync(host, desk, cancellation);
        await Console.Error.WriteLineAsync($"serving {desk.SourcesFile}; health at {host.Urls.First()}/health");
        try
        {
            await host.WaitForShutdownAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // SIGINT and SIGTERM are how a service ends.
        }

        await host.StopAsync(CancellationToken.None);
        return Exit.Done;
    }

    private static async Task StartAsync(WebApplication host, Desk desk, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
        }
        catch (SchedulerException exception) when (desk.Nodes is null)
        {
            throw new ArchiveException($"the schedule's file {ScheduleStore.FileBeside(desk.Settings.Archive)} can't be used: {exception.GetBaseException().Message}. Take it away: it is made anew, and no week is lost or published twice", exception);
        }
    }

    /// <summary>The host with its jobs, not yet started; tests start it on a clock of their own.</summary>
    public static WebApplication Build(Desk desk, string url, TimeProvider clock, AccessToken? token = null, bool collectOnly = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders().AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Pipeline", LogLevel.Information);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(desk);
        builder.Services.AddTimetable(desk, clock, collectOnly);
        var host = builder.Build();
        host.MapState(desk, token);
        return host;
    }
}
