namespace Pipeline.Sources;

/// <summary>Who is told when a week is in trouble.</summary>
/// <param name="Variable">The environment variable that holds the webhook's address: who knows it can post there, so it stands in no file.</param>
/// <param name="Late">How long after its end a week that is not published counts as late: six hours leave room for a machine that was off at night.</param>
public sealed record Alerts(string Variable, TimeSpan Late)
{
    public static TimeSpan DefaultLate { get; } = TimeSpan.FromHours(6);
}
