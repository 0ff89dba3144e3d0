namespace Pipeline.Sources;

/// <summary>The keys under <c>alerts:</c>.</summary>
internal static class AlertsSection
{
    private static readonly DurationRange Lates = new(TimeSpan.FromMinutes(10), TimeSpan.FromDays(6), ["m", "h", "d"], "6h");

    public static Alerts? Read(Section root)
    {
        if (root["alerts"] is null)
            return null;
        var alerts = root.Below("alerts", "webhook", "late").Need("webhook", "write webhook: ${PIPELINE_WEBHOOK}, and set that variable to the address where pipeline runs");
        var late = alerts.Duration("late", Lates) ?? Alerts.DefaultLate;
        var variable = alerts.Variable("webhook", "the address is a secret", "write ${PIPELINE_WEBHOOK}, and set that variable to the address where pipeline runs");
        return variable is null ? null : new Alerts(variable, late);
    }
}
