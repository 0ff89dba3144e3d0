using System.Globalization;
using Pipeline.Model;

namespace Pipeline;

/// <summary>How a source does, in words that say what to do.</summary>
/// <param name="Said">One line for people.</param>
/// <param name="NeedsAttention">Whether an editor should look at it: it won't mend by itself.</param>
/// <param name="PerWeek">Entries a week; null where nothing is known yet.</param>
public sealed record SourceHealth(string Said, bool NeedsAttention, double? PerWeek)
{
    /// <summary>How far back a habit is looked for.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromDays(84);

    /// <summary>Fewer entries show no habit.</summary>
    private const int Habitual = 5;

    /// <summary>Silence of so many usual pauses is unusual: of pauses that come by chance (Poisson) one in twenty is longer.</summary>
    private const double UnusualPauses = 3;

    /// <summary>Nobody is called silent over a long weekend.</summary>
    private static readonly TimeSpan LeastSilence = TimeSpan.FromDays(3);

    /// <summary>A failure or two pass by themselves.</summary>
    private const int FailuresThatStay = 3;

    /// <param name="activity">Since <see cref="Memory"/> before now; null where there was none.</param>
    public static SourceHealth Of(Visit? visit, FeedActivity? activity, DateTimeOffset now)
    {
        var (said, needsAttention) = Say(visit, activity, now);
        return new SourceHealth(said, needsAttention, Weekly(activity, now));
    }

    private static (string, bool) Say(Visit? visit, FeedActivity? activity, DateTimeOffset now) => visit switch
    {
        null => ("never asked", false),
        { Gone: { } since } => (string.Create(CultureInfo.InvariantCulture, $"gone (410) since {since:yyyy-MM-dd}: take it out of sources.yaml"), true),
        { Trouble: { } trouble } => (string.Create(CultureInfo.InvariantCulture, $"failed {visit.Failures} in a row: {trouble}"), visit.Failures >= FailuresThatStay),
        _ when Visiting.HasMoved(visit) => ($"moved to {visit.MovedTo}: change its url", true),
        _ when Silence(activity, now) is { } silence => (string.Create(CultureInfo.InvariantCulture, $"silent for {silence.Days} days, longer than its habit"), true),
        _ => ("fine", false),
    };

    private static TimeSpan? Silence(FeedActivity? activity, DateTimeOffset now)
    {
        if (activity is not { Entries: >= Habitual })
            return null;
        var silence = now - activity.Latest;
        var pause = (activity.Latest - activity.First) / (activity.Entries - 1);
        return silence > LeastSilence && silence > pause * UnusualPauses ? silence : null;
    }

    private static double? Weekly(FeedActivity? activity, DateTimeOffset now) =>
        activity is null ? null : activity.Entries / Math.Max(1, (now - activity.First).TotalDays / 7);
}
