using Microsoft.Extensions.DependencyInjection;
using Pipeline.Sources;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>The jobs and when they run: the cron lines of sources.yaml, in the week's time zone, and the weekly job at each start.</summary>
internal static class Timetable
{
    /// <summary>A full disk or a lost database is often mended within the hour: after 5, 10, 20, 40 and then every 60 minutes, for a day.</summary>
    private static readonly RetryPolicy Again = RetryPolicy.Exponential(26, TimeSpan.FromMinutes(5), 2, TimeSpan.FromHours(1));

    public static void AddTimetable(this IServiceCollection services, Settings settings, TimeProvider clock)
    {
        services.AddSingleton<Shift>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.UseScheduleStore(settings.Archive);
            // On shutdown the running job is told to stop: it ends what it has begun, and begins nothing else.
            quartz.ConfigureScheduler(options => (options.InstanceName, options.ShutdownJobInterruption) = ("pipeline", ShutdownJobInterruption.Always));
            quartz.AddJob<CollectJob>(job => job.WithIdentity("collect").RequestRecovery());
            quartz.AddJob<PublishJob>(job => job.WithIdentity("publish").RequestRecovery());
            quartz.AddCron("collect", settings.Schedule.Collect, settings, RetryPolicy.None);
            quartz.AddCron("publish", settings.Schedule.Publish, settings, Again);
            // A week that closed while nobody served is published now; one that is published already is left alone.
            quartz.AddTrigger(trigger => trigger.WithIdentity("catch up").ForJob("publish").StartNow().WithRetryPolicy(Again));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <remarks>However many firings were missed, one makes up for them: a job does whatever is due.</remarks>
    private static void AddCron(this IQuartzBuilder quartz, string name, string line, Settings settings, RetryPolicy again) => quartz.AddTrigger(trigger => trigger
        .WithIdentity(name).ForJob(name).WithRetryPolicy(again)
        .WithCronSchedule(line, cron => cron.InTimeZone(settings.Week.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
}
