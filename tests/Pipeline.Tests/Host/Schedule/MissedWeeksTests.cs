using System.Globalization;
using Pipeline.Host.Schedule;
using Pipeline.Model;

namespace Pipeline.Tests.Host.Schedule;

public sealed class MissedWeeksTests
{
    [Theory]
    // Nothing published: the latest closed week, and those since the archive began.
    [InlineData("", null, "2026-02-08T00:00:00Z", "2026-W06")]
    [InlineData("", "2026-02-07T00:00:00Z", "2026-02-08T00:00:00Z", "2026-W06")]
    [InlineData("", "2026-01-20T00:00:00Z", "2026-02-08T00:00:00Z", "2026-W04 2026-W05 2026-W06")]
    // Something published: what came after it.
    [InlineData("2026-W06", "2026-01-20T00:00:00Z", "2026-02-08T00:00:00Z", "")]
    [InlineData("2026-W05", null, "2026-02-08T00:00:00Z", "2026-W06")]
    [InlineData("2026-W03 2026-W02", null, "2026-02-08T00:00:00Z", "2026-W04 2026-W05 2026-W06")]
    // A week that was begun and not finished is finished; one published before its end says nothing of those before it.
    [InlineData("2026-W04? 2026-W05", null, "2026-02-08T00:00:00Z", "2026-W04 2026-W06")]
    [InlineData("2026-W05 2026-W07", null, "2026-02-08T00:00:00Z", "2026-W06")]
    // To the second: the window is half-open.
    [InlineData("2026-W05", null, "2026-02-06T09:59:59Z", "")]
    [InlineData("2026-W05", null, "2026-02-06T10:00:00Z", "2026-W06")]
    // Over the turn of a long year, and of a short one.
    [InlineData("2020-W51", null, "2021-01-10T00:00:00Z", "2020-W52 2020-W53 2021-W01")]
    [InlineData("2026-W51", null, "2027-01-10T00:00:00Z", "2026-W52 2026-W53 2027-W01")]
    [InlineData("2032-W51", null, "2033-01-09T00:00:00Z", "2032-W52 2032-W53 2033-W01")]
    [InlineData("2025-W51", null, "2026-01-04T00:00:00Z", "2025-W52 2026-W01")]
    // A clock that was put back makes none, whatever is published in its future.
    [InlineData("2026-W05 2026-W06", null, "2026-01-25T00:00:00Z", "2026-W04")]
    public void They_are_found_in_order(string published, string? since, string now, string expected)
    {
        var publications = published.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(label => new Publication(WeekLabel.Parse(label.TrimEnd('?'))) { Finished = !label.EndsWith('?') }).ToArray();

        var weeks = MissedWeeks.Find(WeekRule.Default, publications, since is null ? null : At(since), At(now));

        Assert.Equal(expected, string.Join(' ', weeks));
    }

    [Fact]
    public void A_quarter_is_caught_up_and_no_more()
    {
        var weeks = MissedWeeks.Find(WeekRule.Default, [new Publication(WeekLabel.Parse("2020-W01")) { Finished = true }], null, At("2026-02-08T00:00:00Z"));

        Assert.Equal(MissedWeeks.Most, weeks.Count);
        Assert.Equal(("2025-W47", "2026-W06"), (weeks[0].ToString(), weeks[^1].ToString()));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
