using Pipeline.Feeds;
using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>When a source is asked, with what, and what is remembered of it.</summary>
/// <remarks>
/// The wishes that meet here: the editor's interval, the feed's own rhythm (ttl, sy:updatePeriod, skipHours, skipDays), the
/// answer's freshness, Retry-After, and the back-off after failures. The longest counts, each within bounds of its own.
/// </remarks>
internal static class Visiting
{
    /// <summary>Below the half hour at which collections usually come, so that each finds the source due.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    /// <summary>A broken feed is still asked once a day, and one that calls itself fresh for a year too: a digest must not miss it for longer.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>Who asks for longer than this in a Retry-After is asked again all the same: a week is a digest.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(7);

    /// <summary>A redirect for good is believed when it was seen so often in a row: a wrong one is soon mended, and costs nothing but a hop.</summary>
    private const int MovedForGood = 3;

    public static bool IsDue(Source source, Visit? visit, IReadOnlySet<string>? only, DateTimeOffset now)
    {
        if (only is not null)
            return only.Contains(source.Name);
        return visit is not { Gone: not null } && (visit?.NotBefore is not { } notBefore || notBefore <= now);
    }

    /// <remarks>After a failure, and under other rules, the whole feed is wanted: what did not change would tell nothing then.</remarks>
    public static FetchRequest Request(Source source, Visit? visit)
    {
        var url = Address(source, visit);
        var isKnown = visit is { Failures: 0 } && visit.Rules == EntryFilter.Fingerprint(source);
        return new FetchRequest(url)
        {
            AllowPrivate = source.AllowPrivate,
            ETag = isKnown ? visit!.ETag : null,
            LastModified = isKnown ? visit!.LastModified : null,
            Headers = HeadersFor(source, url),
        };
    }

    /// <summary>Where the source has moved to, once that is certain; else where sources.yaml says.</summary>
    public static Uri Address(Source source, Visit? visit) => HasMoved(visit) ? new Uri(visit!.MovedTo!) : source.Url;

    public static bool HasMoved(Visit? visit) => visit is { MovedTo: not null, MovedSeen: >= MovedForGood };

    /// <summary>A source's headers are for its own origin, whoever asks for what there.</summary>
    public static IReadOnlyDictionary<string, string> HeadersFor(Source source, Uri url) =>
        Uri.Compare(source.Url, url, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? source.Headers
            : new Dictionary<string, string>();

    /// <summary>After an answer that was read, or that said that nothing is new.</summary>
    /// <param name="rhythm">What the feed says of itself; null where it was not sent again.</param>
    public static Visit After(Visit visit, Source source, FetchOutcome outcome, FeedRhythm? rhythm, DateTimeOffset now)
    {
        var next = Moved(visit, outcome) with { Asked = now, Rhythm = rhythm ?? visit.Rhythm, Rules = EntryFilter.Fingerprint(source) };
        next = outcome is Fetched fetched
            ? next with { ETag = fetched.ETag, LastModified = fetched.LastModified, Succeeded = now, Failures = 0, Trouble = null, Gone = null }
            : next;
        return next with { NotBefore = NotBefore(next, source, outcome.Fresh, now) };
    }

    public static Visit AfterFailure(Visit visit, Source source, Failed failed, DateTimeOffset now)
    {
        var backOff = Pause * Math.Pow(2, Math.Min(visit.Failures, 10));
        var ours = Least(Most(backOff, source.Interval ?? Pause), Most(LongestPause, source.Interval ?? Pause));
        var pause = Most(Spread(ours, visit.Feed, now), Least(failed.RetryAfter ?? TimeSpan.Zero, LongestRest));
        return visit with
        {
            Asked = now,
            NotBefore = now + pause,
            Failures = visit.Failures + 1,
            Trouble = failed.Why,
            Gone = failed.Status == 410 ? now : null,
            // What was remembered may be what fails: the way from the start, then.
            MovedTo = null,
            MovedSeen = 0,
        };
    }

    public static string Name(FetchOutcome outcome) => outcome switch
    {
        Fetched => "read",
        NotModified => "not modified",
        _ => "failed",
    };

    private static Visit Moved(Visit visit, FetchOutcome outcome)
    {
        var to = outcome.MovedTo?.AbsoluteUri;
        if (to is null)
            return HasMoved(visit) ? visit : visit with { MovedTo = null, MovedSeen = 0 };
        return visit with { MovedTo = to, MovedSeen = to == visit.MovedTo ? visit.MovedSeen + 1 : 1 };
    }

    private static DateTimeOffset NotBefore(Visit visit, Source source, TimeSpan? fresh, DateTimeOffset now)
    {
        var ours = Spread(source.Interval ?? Pause, visit.Feed, now);
        var theirs = Least(Most(fresh ?? TimeSpan.Zero, visit.Rhythm?.Interval ?? TimeSpan.Zero), LongestPause);
        return Skip(now + Most(ours, theirs), visit.Rhythm ?? FeedRhythm.Unsaid);
    }

    /// <summary>Past the hours and days in which the feed is not to be asked; one that names them all names none.</summary>
    private static DateTimeOffset Skip(DateTimeOffset instant, FeedRhythm rhythm)
    {
        var next = instant;
        for (var hours = 0; hours < 7 * 24 && (rhythm.SkipHours.Contains(next.UtcDateTime.Hour) || rhythm.SkipDays.Contains(next.UtcDateTime.DayOfWeek)); hours++)
            next = new DateTimeOffset(next.UtcDateTime.Date.AddHours(next.UtcDateTime.Hour + 1), TimeSpan.Zero);
        return rhythm.SkipHours.Contains(next.UtcDateTime.Hour) || rhythm.SkipDays.Contains(next.UtcDateTime.DayOfWeek) ? instant : next;
    }

    /// <summary>Up to a tenth earlier, otherwise for every source and every visit, so that what was asked at once is not asked at once for ever.</summary>
    /// <remarks>Made of the feed and the instant, not of chance: the same visit gives the same answer. Never later, or a schedule would miss it.</remarks>
    private static TimeSpan Spread(TimeSpan pause, string feed, DateTimeOffset now) =>
        pause - (pause * (Convert.ToInt32(StableId.Of(FormattableString.Invariant($"{feed} {now.UtcTicks}"))[..4], 16) / 655_360.0));

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
