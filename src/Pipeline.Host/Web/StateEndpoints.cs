using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Pipeline.Host.Commands;
using Pipeline.Host.Schedule;
using Quartz;

namespace Pipeline.Host.Web;

/// <summary>How a serving process does, for those who watch it.</summary>
internal static class StateEndpoints
{
    /// <summary><c>/health</c>: it lives, and what it did last and does next. <c>/ready</c>: 200 where archive and scheduler are at work, else 503 with why.</summary>
    public static void MapState(this WebApplication host, Desk desk, AccessToken? token)
    {
        if (token is not null)
            host.Use((context, next) => token.Accepts(context.Request.Headers.Authorization) ? next(context) : RefuseAsync(context));
        host.MapGet("/health", async (ISchedulerFactory schedulers, CancellationToken cancellation) => Answer(await HealthAsync(desk, schedulers, cancellation)));
        host.MapGet("/ready", async (ISchedulerFactory schedulers, CancellationToken cancellation) =>
        {
            var why = await ObstacleAsync(desk, schedulers, cancellation);
            return Answer(new JsonObject { ["ready"] = why is null, ["why"] = why }, why is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await context.Response.WriteAsync("a token is wanted: Authorization: Bearer …\n");
    }

    private static IResult Answer(JsonObject answer, int status = StatusCodes.Status200OK) =>
        Results.Text(answer.ToJsonString(Output.Readable), "application/json", statusCode: status);

    private static async Task<JsonObject> HealthAsync(Desk desk, ISchedulerFactory schedulers, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var visits = await desk.Archive.VisitsAsync(cancellation);
        var publications = await desk.Archive.PublicationsAsync(cancellation);
        return new JsonObject
        {
            ["status"] = "ok",
            ["lastWeek"] = publications.FirstOrDefault(publication => publication.Finished)?.Week.ToString(),
            ["nextCollect"] = Output.Instant(await Timetable.NextAsync(scheduler, Timetable.Collect, cancellation)),
            ["nextPublish"] = Output.Instant(await Timetable.NextAsync(scheduler, Timetable.Publish, cancellation)),
            ["nodes"] = Output.Array(await scheduler.QueryClusterNodes(cancellation), Node),
            ["sourcesFailing"] = visits.Values.Count(visit => visit.Trouble is not null),
        };
    }

    private static JsonObject Node(ClusterNode node) => new()
    {
        ["name"] = node.InstanceId,
        ["this"] = node.IsCurrentNode,
        ["state"] = node.State.ToString().ToLowerInvariant(),
        ["seen"] = Output.Instant(node.LastCheckInUtc),
    };

    /// <summary>Why it can't work now; null where it can.</summary>
    private static async Task<string?> ObstacleAsync(Desk desk, ISchedulerFactory schedulers, CancellationToken cancellation)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellation);
            if (scheduler.Status != SchedulerStatus.Running)
                return "the scheduler is not at work";
            await desk.Archive.CountsAsync(cancellation);
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever it is, it can't work: that is the answer, not a failure of the question.
            return exception.Message;
        }
    }
}
