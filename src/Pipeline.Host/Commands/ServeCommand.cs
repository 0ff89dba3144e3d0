using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pipeline.Host.Schedule;
using Pipeline.Model;
using Quartz;

namespace Pipeline.Host.Commands;

internal static class ServeCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var url = new Option<string>("--url") { Description = "where health is answered; loopback unless you say otherwise", DefaultValueFactory = _ => "http://127.0.0.1:8765", HelpName = "URL" };
        var command = new Command("serve", "Stay and work by the schedule of sources.yaml: collect, publish each week once, catch up a missed week. GET /health answers.") { url };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(url)!, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string url, CancellationToken cancellation)
    {
        await using var desk = await Desk.OpenAsync(request, new Progress<Progress>(), cancellation);
        await using var host = Build(desk, url, TimeProvider.System);
        await host.StartAsync(cancellation);
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

    /// <summary>The host with its jobs, not yet started; tests start it on a clock of their own.</summary>
    public static WebApplication Build(Desk desk, string url, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders().AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Pipeline", LogLevel.Information);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(desk);
        builder.Services.AddTimetable(desk.Settings, clock);
        var host = builder.Build();
        host.MapGet("/health", async (ISchedulerFactory schedulers, CancellationToken cancellation) =>
            Results.Text((await HealthAsync(desk, schedulers, cancellation)).ToJsonString(Output.Readable), "application/json"));
        return host;
    }

    private static async Task<JsonObject> HealthAsync(Desk desk, ISchedulerFactory schedulers, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var visits = await desk.Archive.VisitsAsync(cancellation);
        var publications = await desk.Archive.PublicationsAsync(cancellation);
        return new JsonObject
        {
            ["status"] = "ok",
            ["lastWeek"] = publications.FirstOrDefault(publication => publication.Finished)?.Week.ToString(),
            ["nextCollect"] = Output.Instant((await scheduler.GetTrigger(new TriggerKey("collect"), cancellation))?.NextFireTimeUtc),
            ["nextPublish"] = Output.Instant((await scheduler.GetTrigger(new TriggerKey("publish"), cancellation))?.NextFireTimeUtc),
            ["sourcesFailing"] = visits.Values.Count(visit => visit.Trouble is not null),
        };
    }
}
