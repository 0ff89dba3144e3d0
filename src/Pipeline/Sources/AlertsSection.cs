using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>The keys under <c>alerts:</c>.</summary>
internal static partial class AlertsSection
{
    private static readonly DurationRange Lates = new(TimeSpan.FromMinutes(10), TimeSpan.FromDays(6), ["m", "h", "d"], "6h");

    public static Alerts? Read(Section root)
    {
        if (root["alerts"] is null)
            return null;
        var alerts = root.Below("alerts", "webhook", "late").Need("webhook", "write webhook: ${PIPELINE_WEBHOOK}, and set that variable to the address where pipeline runs");
        var late = alerts.Text("late") is { } scalar ? Lates.Read(scalar, "'late'", alerts.Faults) : null;
        return alerts.Text("webhook", webhook => Variable(webhook, alerts)) is { } variable ? new Alerts(variable, late ?? Alerts.DefaultLate) : null;
    }

    /// <summary>No fault shows the value: it may be the address itself.</summary>
    private static string? Variable(Scalar webhook, Section alerts)
    {
        if (Reference().Match(webhook.Value) is { Success: true } match)
            return match.Groups[1].Value;
        alerts.Faults.Add(webhook.Place, "'webhook' must name a variable of the environment: the address is a secret", "write ${PIPELINE_WEBHOOK}, and set that variable to the address where pipeline runs");
        return null;
    }

    [GeneratedRegex(@"\A\$\{([A-Za-z_][A-Za-z0-9_]*)\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
