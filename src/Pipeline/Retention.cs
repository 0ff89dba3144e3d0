using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline;

/// <summary>What became of an old week.</summary>
/// <param name="Articles">How many lost their text, or would.</param>
/// <param name="Kept">Why the week was left whole; null where it was not.</param>
public sealed record RetainedWeek(WeekLabel Week, int Articles, string? Kept);

/// <summary>What was let go of, the oldest week first, and how many bytes of text the archive held before and holds, or would hold, after.</summary>
public sealed record RetentionReport(IReadOnlyList<RetainedWeek> Weeks, long Before, long After);

/// <summary>Lets go of the texts of old weeks, the oldest first; what a published claim cites stays for ever.</summary>
public static class Retention
{
    /// <param name="dryRun">Says what would go, and lets nothing go.</param>
    public static async Task<RetentionReport> ApplyAsync(
        Settings settings, RetentionRule rule, IArchive archive, DateTimeOffset now, bool dryRun, IProgress<Progress> progress, CancellationToken cancellation)
    {
        var held = await archive.TextBytesAsync(cancellation);
        var weeks = await WeeksAsync(settings.Week, archive, now, cancellation);
        if (weeks.Count == 0)
            return new RetentionReport([], held, held);
        var citations = Citations.Read(settings.Digests, await archive.PublicationsAsync(cancellation));
        var (report, size) = (new List<RetainedWeek>(), held);
        foreach (var week in weeks)
        {
            if (!(week.Window.End <= now - rule.Age || size > rule.Bytes))
                break;
            var (retained, freed) = await PruneAsync(citations, archive, week, held, now, dryRun, cancellation);
            report.Add(retained);
            size = dryRun ? size - freed : await archive.TextBytesAsync(cancellation);
            progress.Report(new Progress("prune", report.Count, weeks.Count, week.Label.ToString()));
        }

        return new RetentionReport(report, held, size);
    }

    /// <summary>The weeks of which texts are held, and which are old enough.</summary>
    private static async Task<IReadOnlyList<Week>> WeeksAsync(WeekRule rule, IArchive archive, DateTimeOffset now, CancellationToken cancellation)
    {
        var days = await archive.TextDaysAsync(now - RetentionRule.Least, cancellation);
        // A week ends within a day, as a rule: so both its ends are asked for.
        return [.. days.SelectMany(day => new[] { day, day.AddDays(1).AddTicks(-1) }).Select(rule.Containing).DistinctBy(week => week.Label)
            .Where(week => week.Window.End <= now - RetentionRule.Least).OrderBy(week => week.Window.End)];
    }

    /// <param name="held">How many bytes of text were held before: a trial leaves them there.</param>
    /// <returns>And in a trial how many of them would be free.</returns>
    private static async Task<(RetainedWeek Week, long Freed)> PruneAsync(
        Citations citations, IArchive archive, Week week, long held, DateTimeOffset now, bool dryRun, CancellationToken cancellation)
    {
        if (citations.Unknown.GetValueOrDefault(week.Label) is { } kept)
            return (new RetainedWeek(week.Label, 0, kept), 0);
        if (!dryRun)
            return (new RetainedWeek(week.Label, await archive.PruneAsync(week, citations.Urls, now, cancellation), null), 0);
        var trial = await archive.TryPruneAsync(week, citations.Urls, now, cancellation);
        return (new RetainedWeek(week.Label, trial.Articles, null), held - trial.Left);
    }
}
