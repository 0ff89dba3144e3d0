using Microsoft.Extensions.DependencyInjection;
using Pipeline.Sources;
using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>The jobs and when they run: the cron lines of sources.yaml, in the week's time zone, and the weekly job once at start.</summary>
internal static class Timetable
{
    public static void AddTimetable(this IServiceCollection services, Settings settings, TimeProvider clock)
    {
        services.AddSingleton<Shift>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.UseInMemoryStore();
            quartz.AddJob<CollectJob>(job => job.WithIdentity("collect"));
            quartz.AddJob<PublishJob>(job => job.WithIdentity("publish"));
            quartz.AddTrigger(trigger => trigger.WithIdentity("collect").ForJob("collect")
                .WithCronSchedule(settings.Schedule.Collect, cron => cron.InTimeZone(settings.Week.Zone)));
            quartz.AddTrigger(trigger => trigger.WithIdentity("publish").ForJob("publish")
                .WithCronSchedule(settings.Schedule.Publish, cron => cron.InTimeZone(settings.Week.Zone)));
            // A week that closed while nobody served is published now; one that is published already is left alone.
            quartz.AddTrigger(trigger => trigger.WithIdentity("catch up").ForJob("publish").StartNow());
        });
        // On shutdown the running job is told to stop, and is waited for: what it has begun to write it finishes.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
