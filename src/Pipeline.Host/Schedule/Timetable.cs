using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Sources;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>The jobs and when they run: the cron lines of sources.yaml, in the week's time zone, and the weekly job at each start.</summary>
internal static class Timetable
{
    /// <summary>The groups of jobs and triggers; a node may refuse one.</summary>
    public const string Collect = "collect", Publish = "publish";

    /// <summary>Of a node: few, so that the shards left at the end are spread over all nodes. The sources of each are asked side by side.</summary>
    private const int ShardsAtOnce = 4;

    /// <summary>A full disk or a lost database is often mended within the hour: after 5, 10, 20, 40 and then every 60 minutes, for a day.</summary>
    private static readonly RetryPolicy Again = RetryPolicy.Exponential(26, TimeSpan.FromMinutes(5), 2, TimeSpan.FromHours(1));

    /// <param name="collectOnly">Leaves publishing to the other nodes.</param>
    public static void AddTimetable(this IServiceCollection services, Desk desk, TimeProvider clock, bool collectOnly)
    {
        var settings = desk.Settings;
        services.AddSingleton<Shift>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.UseScheduleStore(settings.Archive);
            // On shutdown the running job is told to stop: it ends what it has begun, and begins nothing else.
            quartz.ConfigureScheduler(options => (options.InstanceName, options.ShutdownJobInterruption) = ("pipeline", ShutdownJobInterruption.Always));
            quartz.UseExecutionLimits(limits => limits.ForGroup(Collect, ShardsAtOnce, ExecutionLimitScope.Node));
            if (collectOnly)
                quartz.RefuseExecutionGroups(Publish);
            if (desk.Nodes is null)
                quartz.AddJob<CollectJob>("all", Collect, settings.Schedule.Collect, settings, RetryPolicy.None);
            else
                for (var shard = 0; shard < Shard.Count; shard++)
                    quartz.AddJob<CollectShardJob>(shard.ToString("00", CultureInfo.InvariantCulture), Collect, settings.Schedule.Collect, settings, RetryPolicy.None);
            quartz.AddJob<PublishJob>("week", Publish, settings.Schedule.Publish, settings, Again);
            // A week that closed while nobody served is published now; one that is published already is left alone.
            quartz.AddTrigger(trigger => trigger.WithIdentity("at start", Publish).ForJob("week", Publish).WithExecutionGroup(Publish).StartNow().WithRetryPolicy(Again));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>When a job of the group comes next by its cron line; the trigger of the start is on its way already.</summary>
    public static async Task<DateTimeOffset?> NextAsync(IScheduler scheduler, string group, CancellationToken cancellation)
    {
        var next = new List<DateTimeOffset?>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(group), cancellation))
            if (await scheduler.GetTrigger(key, cancellation) is ICronTrigger trigger)
                next.Add(trigger.NextFireTimeUtc);
        return next.Min();
    }

    /// <remarks>However many firings were missed, one makes up for them: a job does whatever is due.</remarks>
    private static void AddJob<TJob>(this IQuartzBuilder quartz, string name, string group, string line, Settings settings, RetryPolicy again)
        where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name, group).RequestRecovery());
        quartz.AddTrigger(trigger => trigger.WithIdentity(name, group).ForJob(name, group).WithExecutionGroup(group).WithRetryPolicy(again)
            .WithCronSchedule(line, cron => cron.InTimeZone(settings.Week.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
    }
}
