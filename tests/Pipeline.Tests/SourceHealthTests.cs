using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

public sealed class SourceHealthTests
{
    private static readonly DateTimeOffset Now = Some.Instant;
    private static readonly Visit Read = new("https://lab.example/feed.xml", "Lab") { Succeeded = Now };

    private static SourceHealth Health(Visit? visit, FeedActivity? activity = null) => SourceHealth.Of(visit, activity, Now);

    [Fact]
    public void What_works_is_fine()
    {
        Assert.Equal("fine", Health(Read, new FeedActivity(20, Now.AddDays(-10), Now)).Said);
        Assert.False(Health(Read).NeedsAttention);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Failures_in_a_row_ask_for_attention_from_the_third_on(int failures, bool attention)
    {
        var health = Health(Read with { Failures = failures, Trouble = "no such host" });
        Assert.Equal($"failed {failures} in a row: no such host", health.Said);
        Assert.Equal(attention, health.NeedsAttention);
    }

    [Fact]
    public void A_gone_or_moved_source_says_what_to_do()
    {
        Assert.Equal("gone (410) since 2026-02-03: take it out of sources.yaml", Health(Read with { Gone = new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero), Failures = 1, Trouble = "x" }).Said);
        Assert.Equal("moved to https://new.example/: change its url", Health(Read with { MovedTo = "https://new.example/", MovedSeen = 3 }).Said);
        Assert.Equal("fine", Health(Read with { MovedTo = "https://new.example/", MovedSeen = 2 }).Said);
    }

    [Theory]
    [InlineData(30, 10, false)] // three a day, silent for half a day
    [InlineData(30, 14, true)] // silent for four days
    [InlineData(3, 40, false)] // too few to have a habit
    public void Silence_is_longer_than_the_habit(int entries, int silentSinceDay, bool silent)
    {
        var activity = new FeedActivity(entries, Now.AddDays(-silentSinceDay - 0.5), Now.AddDays(silentSinceDay == 10 ? -0.5 : 10 - silentSinceDay));
        Assert.Equal(silent, Health(Read, activity).Said.StartsWith("silent", StringComparison.Ordinal));
    }

    [Fact]
    public void A_weekly_feed_may_be_silent_for_a_week() =>
        Assert.Equal("fine", Health(Read, new FeedActivity(8, Now.AddDays(-56), Now.AddDays(-7))).Said);

    [Fact]
    public void Never_asked_is_no_fault() => Assert.Equal("never asked", Health(null).Said);

    [Fact]
    public void Entries_are_counted_by_the_week() =>
        Assert.Equal(10, Health(Read, new FeedActivity(20, Now.AddDays(-14), Now.AddDays(-1))).PerWeek!.Value, 1);
}
