namespace Pipeline.Model;

/// <summary>When a week ends, and where: <c>friday 18:00</c> in <c>Asia/Shanghai</c>.</summary>
/// <remarks>
/// The window ends at the publication instant, which is outside it. The label is the ISO week of the last instant inside,
/// so that <c>monday 00:00</c> is the plain ISO week, dated Sunday.
/// </remarks>
public sealed record WeekRule(DayOfWeek Day, TimeOnly Time, TimeZoneInfo Zone)
{
    public static WeekRule Default { get; } =
        new(DayOfWeek.Friday, new TimeOnly(18, 0), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public Week WeekOf(WeekLabel label) => new(label, new Window(EndOf(label.Previous()), EndOf(label)), Zone, LastDay(label));

    /// <summary>The week in whose window the instant lies.</summary>
    public Week Containing(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var label = WeekLabel.Of(DateOnly.FromDateTime(local.DateTime));
        return new[] { label.Previous(), label, label.Next() }.Select(WeekOf).Single(week => week.Window.Contains(instant));
    }

    /// <summary>The latest week whose window has closed.</summary>
    public Week LatestClosed(DateTimeOffset now) => WeekOf(Containing(now).Label.Previous());

    private DateTimeOffset EndOf(WeekLabel label)
    {
        var day = Time == TimeOnly.MinValue ? LastDay(label).AddDays(1) : LastDay(label);
        return Instant(day.ToDateTime(Time));
    }

    private DateOnly LastDay(WeekLabel label)
    {
        var last = Time == TimeOnly.MinValue ? (DayOfWeek)(((int)Day + 6) % 7) : Day;
        return label.Day(last);
    }

    /// <summary>A local time that daylight saving skips is taken an hour on, one that it repeats is taken the first time.</summary>
    private DateTimeOffset Instant(DateTime local)
    {
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
