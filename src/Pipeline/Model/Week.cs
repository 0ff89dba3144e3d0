namespace Pipeline.Model;

/// <summary>A week of the digest: its label, its window, the zone it is told in, and the date it is published under.</summary>
public sealed record Week(WeekLabel Label, Window Window, TimeZoneInfo Zone, DateOnly Date)
{
    /// <summary>The day on which an instant lies, in the week's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
