using Quartz;

namespace Pipeline.Host.Schedule;

/// <summary>Quartz cron lines, as sources.yaml holds them.</summary>
internal static class Cron
{
    /// <summary>What is wrong with a cron line; null where it is right.</summary>
    public static string? Fault(string line)
    {
        try
        {
            CronExpression.Parse(line);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }
}
