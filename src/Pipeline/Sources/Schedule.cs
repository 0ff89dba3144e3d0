using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>When <c>serve</c> works: Quartz cron expressions (seconds first), told in the week's zone.</summary>
public sealed record Schedule(string Collect, string Publish)
{
    /// <summary>
    /// Every half hour: feeds that carry only their newest ten items lose none, and no publisher is asked too often.
    /// Published five minutes after the week's end, so that the window has closed whatever the machine's clock is off by.
    /// </summary>
    public static Schedule For(WeekRule week)
    {
        var time = week.Time.AddMinutes(5, out var days);
        var day = (int)(week.Day + days) % 7 + 1;
        return new Schedule("0 0/30 * * * ?", string.Create(CultureInfo.InvariantCulture, $"0 {time.Minute} {time.Hour} ? * {Days[day - 1]}"));
    }

    private static string[] Days { get; } = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
}
