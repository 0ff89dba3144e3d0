using Pipeline.Model;

namespace Pipeline.Host.Schedule;

/// <summary>Which closed weeks are still to be published.</summary>
internal static class MissedWeeks
{
    /// <summary>A quarter of a year: who comes back after longer wants the news, not the history. <c>pipeline rebuild WEEK</c> makes older ones.</summary>
    public const int Most = 12;

    /// <summary>
    /// From the week after the latest published one to the latest closed one, in order, and whatever was begun and not finished.
    /// An archive of which nothing was published yet begins with the week in which it began, or with the latest closed one.
    /// </summary>
    /// <param name="since">When the archive was first shown an entry; null where it holds none.</param>
    public static IReadOnlyList<WeekLabel> Find(WeekRule rule, IReadOnlyList<Publication> publications, DateTimeOffset? since, DateTimeOffset now)
    {
        var last = rule.LatestClosed(now).Label;
        var finished = publications.Where(publication => publication.Finished).Select(publication => publication.Week).ToHashSet();
        var begun = publications.Where(publication => !publication.Finished).Select(publication => publication.Week).ToHashSet();
        var published = finished.Where(week => week <= last).OrderDescending().Select(week => (WeekLabel?)week).FirstOrDefault();
        var first = published?.Next() ?? Earlier(last, since is { } instant ? rule.Containing(instant).Label : last);
        return [.. Back(last).Where(week => begun.Contains(week) || (week >= first && !finished.Contains(week))).Reverse()];
    }

    private static IEnumerable<WeekLabel> Back(WeekLabel last)
    {
        var week = last;
        for (var count = 0; count < Most; count++, week = week.Previous())
            yield return week;
    }

    private static WeekLabel Earlier(WeekLabel one, WeekLabel other) => one < other ? one : other;
}
