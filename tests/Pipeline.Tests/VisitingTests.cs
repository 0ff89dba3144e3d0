using Pipeline.Fetching;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>When a source is asked again, and what is remembered of it.</summary>
public sealed class VisitingTests
{
    private static readonly DateTimeOffset Now = Some.Instant;
    private static readonly Source Lab = new("Lab", new Uri("https://lab.example/feed.xml"));
    private static readonly Visit Known = new(Lab.Url.AbsoluteUri, Lab.Name);

    private static Fetched Answer(TimeSpan? fresh = null, string? movedTo = null) => new(Lab.Url, [], null, null, "\"e\"", "yesterday")
    {
        Fresh = fresh,
        MovedTo = movedTo is null ? null : new Uri(movedTo),
    };

    private static double Minutes(Visit visit) => (visit.NotBefore!.Value - Now).TotalMinutes;

    [Fact]
    public void A_source_without_wishes_rests_for_less_than_half_an_hour() =>
        Assert.InRange(Minutes(Visiting.After(Known, Lab, Answer(), null, Now)), 18, 20);

    [Theory]
    [InlineData(120, null, null, 108, 120)] // the editor's interval, spread by a tenth
    [InlineData(null, 180, null, 180, 180)] // the feed's ttl
    [InlineData(null, null, 240, 240, 240)] // the answer's freshness
    [InlineData(120, 30, 300, 300, 300)] // the longest of all
    [InlineData(120, 30, 60, 108, 120)]
    [InlineData(null, 100_000, null, 1440, 1440)] // nothing a server says keeps us away for more than a day
    [InlineData(null, null, 525_600, 1440, 1440)]
    [InlineData(4320, null, 60, 3888, 4320)] // but an editor may
    [InlineData(null, 1, 1, 18, 20)] // and no server hurries us
    public void The_longest_wish_counts_within_bounds(int? interval, int? ttl, int? fresh, double least, double most)
    {
        var source = Lab with { Interval = Span(interval) };

        var visit = Visiting.After(Known, source, Answer(Span(fresh)), new FeedRhythm { Interval = Span(ttl) }, Now);

        Assert.InRange(Minutes(visit), least, most);
    }

    [Fact]
    public void The_hours_that_a_feed_skips_are_skipped_as_long_as_one_is_left()
    {
        var hour = Now.UtcDateTime.Hour;
        var skipped = Enumerable.Range(hour, 4).Select(at => at % 24).ToList();

        var visit = Visiting.After(Known, Lab, Answer(), new FeedRhythm { SkipHours = skipped }, Now);
        var never = Visiting.After(Known, Lab, Answer(), new FeedRhythm { SkipHours = [.. Enumerable.Range(0, 24)] }, Now);

        Assert.Equal((hour + 4) % 24, visit.NotBefore!.Value.UtcDateTime.Hour);
        Assert.Equal(0, visit.NotBefore.Value.Minute);
        Assert.InRange(Minutes(never), 18, 20);
    }

    [Fact]
    public void A_day_that_a_feed_skips_is_skipped()
    {
        var visit = Visiting.After(Known, Lab, Answer(), new FeedRhythm { SkipDays = [Now.UtcDateTime.DayOfWeek] }, Now);
        Assert.Equal(Now.UtcDateTime.Date.AddDays(1), visit.NotBefore!.Value.UtcDateTime);
    }

    [Fact]
    public void Failures_are_backed_off_from_up_to_a_day()
    {
        var visit = Known;
        var pauses = new List<double>();
        for (var failures = 0; failures < 10; failures++)
        {
            visit = Visiting.AfterFailure(visit, Lab, new Failed("no"), Now);
            pauses.Add(Minutes(visit));
        }

        Assert.InRange(pauses[0], 18, 20);
        Assert.InRange(pauses[1], 36, 40);
        Assert.InRange(pauses[^1], 1296, 1440);
        Assert.Equal(10, visit.Failures);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(400, 168)]
    public void A_long_retry_after_is_a_date_and_no_more_than_a_week(int hours, double kept) =>
        Assert.Equal(kept, Minutes(Visiting.AfterFailure(Known, Lab, new Failed("busy", 429, TimeSpan.FromHours(hours)), Now)) / 60);

    [Fact]
    public void Not_modified_is_neither_new_nor_a_recovery()
    {
        var failed = Known with { Failures = 2, Trouble = "broken", Succeeded = Now.AddDays(-3) };

        var visit = Visiting.After(failed, Lab, new NotModified(), null, Now);

        Assert.Equal((2, "broken", Now.AddDays(-3)), (visit.Failures, visit.Trouble, visit.Succeeded));
    }

    [Fact]
    public void Validators_are_sent_along_unless_something_has_failed_or_the_rules_are_others()
    {
        var visit = Visiting.After(Known, Lab, Answer(), null, Now);

        Assert.Equal("\"e\"", Visiting.Request(Lab, visit).ETag);
        Assert.Null(Visiting.Request(Lab, visit with { Failures = 1 }).ETag);
        Assert.Null(Visiting.Request(Lab with { Drop = new EntryRule { Words = ["sport"] } }, visit).ETag);
    }

    [Fact]
    public void A_redirect_for_good_is_believed_the_third_time()
    {
        var visit = Known;
        var asked = new List<string>();
        for (var time = 0; time < 4; time++)
        {
            asked.Add(Visiting.Request(Lab, visit).Url.AbsoluteUri);
            // From the new address itself comes no redirect.
            visit = Visiting.After(visit, Lab, Answer(movedTo: time < 3 ? "https://new.example/feed" : null), null, Now);
        }

        Assert.Equal([Lab.Url.AbsoluteUri, Lab.Url.AbsoluteUri, Lab.Url.AbsoluteUri, "https://new.example/feed"], asked);
        Assert.True(Visiting.HasMoved(visit));
    }

    [Fact]
    public void A_redirect_that_changes_or_ends_is_not_believed()
    {
        var twice = Known with { MovedTo = "https://new.example/feed", MovedSeen = 2 };

        Assert.Equal(1, Visiting.After(twice, Lab, Answer(movedTo: "https://other.example/"), null, Now).MovedSeen);
        Assert.Null(Visiting.After(twice, Lab, Answer(), null, Now).MovedTo);
        Assert.Equal(Lab.Url, Visiting.Address(Lab, Visiting.AfterFailure(twice with { MovedSeen = 3 }, Lab, new Failed("no"), Now)));
    }

    [Fact]
    public void A_source_that_is_gone_is_asked_only_by_name()
    {
        var gone = Visiting.AfterFailure(Known, Lab, new Failed("gone", 410), Now);

        Assert.False(Visiting.IsDue(Lab, gone, null, Now.AddYears(1)));
        Assert.True(Visiting.IsDue(Lab, gone, new HashSet<string> { "Lab" }, Now));
    }

    [Fact]
    public void Headers_are_for_the_sources_own_origin()
    {
        var source = Lab with { Headers = new Dictionary<string, string> { ["Authorization"] = "secret" } };

        Assert.Single(Visiting.HeadersFor(source, new Uri("https://lab.example/article")));
        Assert.Empty(Visiting.HeadersFor(source, new Uri("https://cdn.lab.example/article")));
        Assert.Empty(Visiting.HeadersFor(source, new Uri("http://lab.example/article")));
    }

    private static TimeSpan? Span(int? minutes) => minutes is { } some ? TimeSpan.FromMinutes(some) : null;
}
