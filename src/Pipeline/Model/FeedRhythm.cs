namespace Pipeline.Model;

/// <summary>When a feed wants to be asked, as it says itself.</summary>
public sealed record FeedRhythm
{
    public static FeedRhythm Unsaid { get; } = new();

    /// <summary>How long it may be kept (RSS 2.0 <c>ttl</c>), or how often it changes (<c>sy:updatePeriod</c> over <c>sy:updateFrequency</c>).</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Hours of the day in UTC, 0 to 23, in which it is not to be asked.</summary>
    public IReadOnlyList<int> SkipHours { get; init; } = [];

    /// <summary>Days of the week in UTC on which it is not to be asked.</summary>
    public IReadOnlyList<DayOfWeek> SkipDays { get; init; } = [];
}
