using System.Globalization;
using System.Xml.Linq;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>
/// What a feed says of when to ask it: RSS 2.0's <c>ttl</c> (minutes), <c>skipHours</c> and <c>skipDays</c>, and the syndication
/// module's <c>updatePeriod</c> and <c>updateFrequency</c>. Nonsense is unsaid.
/// </summary>
internal static class FeedSchedule
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>The module's longest period is a year.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <param name="feed">The channel or Atom's feed; JSON Feed knows no rhythm.</param>
    public static FeedRhythm Of(XElement? feed) => feed is null ? FeedRhythm.Unsaid : new FeedRhythm
    {
        Interval = Kept(feed) ?? Updated(feed),
        SkipHours = [.. Skipped(feed, "skipHours", "hour").Select(Hour).OfType<int>().Distinct().Order()],
        SkipDays = [.. Skipped(feed, "skipDays", "day").Select(Day).OfType<DayOfWeek>().Distinct().Order()],
    };

    private static TimeSpan? Kept(XElement feed) => Number(feed.Child("ttl")?.Value) is { } minutes ? Sensible(TimeSpan.FromMinutes(minutes)) : null;

    /// <summary>So often in each period; a day where only the frequency is said, once where only the period is.</summary>
    private static TimeSpan? Updated(XElement feed)
    {
        var (said, times) = (feed.Child("updatePeriod")?.Value.Trim().ToLowerInvariant(), feed.Child("updateFrequency")?.Value);
        TimeSpan? period = said switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            null or "" when !string.IsNullOrWhiteSpace(times) => TimeSpan.FromDays(1),
            _ => null,
        };
        var frequency = string.IsNullOrWhiteSpace(times) ? 1 : Number(times);
        return frequency > 0 ? Sensible(period / frequency) : null;
    }

    private static TimeSpan? Sensible(TimeSpan? interval) => interval >= Shortest && interval <= Longest ? interval : null;

    private static IEnumerable<string> Skipped(XElement feed, string list, string name) =>
        feed.Child(list)?.Children(name).Select(element => element.Value.Trim()) ?? [];

    /// <summary>RSS 0.91 counted the hours from 1 to 24.</summary>
    private static int? Hour(string hour) => Number(hour) is <= 24 and var number ? number % 24 : null;

    private static DayOfWeek? Day(string day) => day.ToLowerInvariant() switch
    {
        "monday" => DayOfWeek.Monday,
        "tuesday" => DayOfWeek.Tuesday,
        "wednesday" => DayOfWeek.Wednesday,
        "thursday" => DayOfWeek.Thursday,
        "friday" => DayOfWeek.Friday,
        "saturday" => DayOfWeek.Saturday,
        "sunday" => DayOfWeek.Sunday,
        _ => null,
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
}
