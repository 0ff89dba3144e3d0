namespace Pipeline.Model;

/// <summary>A week of the digest: its label, its window, the zone it is told in, and the date it is published under.</summary>
public sealed record Week(WeekLabel Label, Window Window, TimeZoneInfo Zone, DateOnly Date);
