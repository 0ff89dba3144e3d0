using Pipeline.Model;

namespace Pipeline.Tests.Model;

public class WeekRuleTests
{
    private static WeekRule Rule(DayOfWeek day, string time, string zone) =>
        new(day, TimeOnly.Parse(time, null), TimeZoneInfo.FindSystemTimeZoneById(zone));

    [Theory]
    [InlineData(DayOfWeek.Friday, "18:00", "Asia/Shanghai", "2026-W06", "2026-01-30T10:00:00Z", "2026-02-06T10:00:00Z", "2026-02-06")]
    [InlineData(DayOfWeek.Monday, "00:00", "UTC", "2026-W12", "2026-03-16T00:00:00Z", "2026-03-23T00:00:00Z", "2026-03-22")]
    [InlineData(DayOfWeek.Saturday, "12:00", "UTC", "2020-W53", "2020-12-26T12:00:00Z", "2021-01-02T12:00:00Z", "2021-01-02")]
    [InlineData(DayOfWeek.Sunday, "03:00", "America/New_York", "2026-W10", "2026-03-01T08:00:00Z", "2026-03-08T07:00:00Z", "2026-03-08")]
    [InlineData(DayOfWeek.Sunday, "02:30", "America/New_York", "2026-W10", "2026-03-01T07:30:00Z", "2026-03-08T07:30:00Z", "2026-03-08")]
    [InlineData(DayOfWeek.Sunday, "01:30", "America/New_York", "2026-W44", "2026-10-25T05:30:00Z", "2026-11-01T05:30:00Z", "2026-11-01")]
    public void A_label_gives_window_and_date(DayOfWeek day, string time, string zone, string label, string start, string end, string date)
    {
        var week = Rule(day, time, zone).WeekOf(WeekLabel.Parse(label));

        Assert.Equal(DateTimeOffset.Parse(start, null), week.Window.Start);
        Assert.Equal(DateTimeOffset.Parse(end, null), week.Window.End);
        Assert.Equal(date, week.Date.ToString("yyyy-MM-dd", null));
    }

    [Theory]
    [InlineData("2026-02-06T09:59:59Z", "2026-W06")]
    [InlineData("2026-02-06T10:00:00Z", "2026-W07")]
    [InlineData("2021-01-01T09:59:59Z", "2020-W53")]
    [InlineData("2021-01-01T10:00:00Z", "2021-W01")]
    public void The_publication_instant_is_the_next_weeks_first(string instant, string label) =>
        Assert.Equal(label, WeekRule.Default.Containing(DateTimeOffset.Parse(instant, null)).Label.ToString());

    [Fact]
    public void Every_instant_lies_in_exactly_one_week()
    {
        foreach (var rule in new[] { Rule(DayOfWeek.Sunday, "02:30", "America/New_York"), Rule(DayOfWeek.Monday, "00:00", "Europe/London"), WeekRule.Default })
        {
            var end = rule.WeekOf(WeekLabel.Parse("2019-W52")).Window.End;
            for (var label = WeekLabel.Parse("2020-W01"); label < WeekLabel.Parse("2034-W01"); label = label.Next())
            {
                var week = rule.WeekOf(label);
                Assert.Equal(end, week.Window.Start);
                Assert.Equal(label, rule.Containing(week.Window.Start).Label);
                Assert.Equal(label, rule.Containing(week.Window.End.AddTicks(-1)).Label);
                end = week.Window.End;
            }
        }
    }

    [Fact]
    public void The_latest_closed_week_is_the_one_before_now() =>
        Assert.Equal("2026-W06", WeekRule.Default.LatestClosed(DateTimeOffset.Parse("2026-02-06T10:00:00Z", null)).Label.ToString());

    [Theory]
    [InlineData("2026-W6")]
    [InlineData("2026-W54")]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-W06 ")]
    [InlineData("２０２６-W06")]
    public void What_is_no_week_is_refused(string text) => Assert.False(WeekLabel.TryParse(text, out _));
}
