using Pipeline.Fetching;
using Pipeline.Model;

namespace Pipeline;

/// <summary>When a source is asked, with what, and what is remembered of it.</summary>
internal static class Visiting
{
    /// <summary>Shorter than any sensible schedule, long enough that a run repeated by hand hammers nobody.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>A broken feed is still asked once a day: it may come back, and a digest must not miss it for longer.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    public static bool IsDue(Source source, IReadOnlyDictionary<string, Visit> visits, IReadOnlySet<string>? only, DateTimeOffset now) =>
        only is not null
            ? only.Contains(source.Name)
            : visits.GetValueOrDefault(source.Url.AbsoluteUri)?.NotBefore is not { } notBefore || notBefore <= now;

    public static FetchRequest Request(Source source, Visit? visit) =>
        new(source.Url) { AllowPrivate = source.AllowPrivate, ETag = visit?.ETag, LastModified = visit?.LastModified };

    public static FetchRequest PageRequest(Source source, string url) => new(new Uri(url)) { Accept = Accept.Page, AllowPrivate = source.AllowPrivate };

    public static string Name(FetchOutcome outcome) => outcome switch
    {
        Fetched => "read",
        NotModified => "not modified",
        _ => "failed",
    };

    public static Visit After(Visit visit, FetchOutcome outcome, DateTimeOffset now) => outcome switch
    {
        Fetched fetched => visit with
        {
            ETag = fetched.ETag,
            LastModified = fetched.LastModified,
            Asked = now,
            Succeeded = now,
            NotBefore = now + Pause,
            Failures = 0,
            Trouble = null,
        },
        Failed failed => AfterFailure(visit, failed.Why, now, failed.RetryAfter),
        // Not modified is neither new data nor a recovery from a failure to read it.
        _ => visit with { Asked = now, NotBefore = now + Pause },
    };

    public static Visit AfterFailure(Visit visit, string why, DateTimeOffset now, TimeSpan? retryAfter = null)
    {
        var backOff = Pause * Math.Pow(2, Math.Min(visit.Failures, 10));
        var pause = TimeSpan.FromTicks(Math.Min(Math.Max(backOff.Ticks, (retryAfter ?? TimeSpan.Zero).Ticks), LongestPause.Ticks));
        return visit with { Asked = now, NotBefore = now + pause, Failures = visit.Failures + 1, Trouble = why };
    }
}
