using Pipeline.Analysis.Extraction;
using Pipeline.Analysis.Grounding;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class SignalsTests
{
    private static readonly DateOnly Friday = new(2026, 2, 6);

    [Theory]
    [InlineData("Quillon plans to launch a phone version by the end of April 2026.")]
    [InlineData("Quillon will open the plant on 6 February 2026.")]
    [InlineData("Quillon will open the plant on February 6, 2026.")]
    [InlineData("Halden expects the first chips in Q2 2026.")]
    [InlineData("Halden expects the first chips in the second quarter of 2026.")]
    [InlineData("The rules take effect in March.")]
    [InlineData("Quillon expects to decide next month.")]
    [InlineData("启隆公司计划于 2026 年第二季度推出手机版。")]
    [InlineData("启隆公司预计 3 月开放申请。")]
    [InlineData("条例自二〇二六年九月一日起施行。")]
    [InlineData("征求意见截止日期为 2026 年 2 月 6 日。")]
    [InlineData("启隆公司将于年底前公布结果。")]
    [InlineData("海登公司预计 2026 年下半年投产。")]
    public void What_is_announced_for_later_is_a_signal(string sentence) => Assert.NotNull(Announced(sentence, Friday));

    [Theory]
    [InlineData("Quillon opened Atlas 3 on Tuesday.")]
    [InlineData("Quillon had planned to launch in December 2025, and the launch is expected no more.")]
    [InlineData("Quillon will close what it began in March 2024.")]
    [InlineData("Halden said on February 5, 2026 that it will grow.")]
    [InlineData("Halden will be glad.")]
    [InlineData("Quillon will launch a version for phones.")]
    [InlineData("启隆公司计划于 2025 年第四季度推出的手机版没有上市。")]
    [InlineData("启隆公司将在 2026 年 2 月 5 日的会上说明。")]
    [InlineData("海登公司将河水引入工厂。")]
    [InlineData("2026 年 9 月的天气难以预料。")]
    public void What_is_past_or_has_no_time_is_none(string sentence) => Assert.Null(Announced(sentence, Friday));

    [Theory]
    [InlineData("on 1 September 2026", "2026-09-01")]
    [InlineData("on September 1, 2026", "2026-09-01")]
    [InlineData("in September 2026", "2026-09-30")]
    [InlineData("in February 2028", "2028-02-29")]
    [InlineData("in Q3 2026", "2026-09-30")]
    [InlineData("in the third quarter of 2026", "2026-09-30")]
    [InlineData("by 2027", "2027-12-31")]
    [InlineData("on 2026-09-01", "2026-09-01")]
    [InlineData("2026 年 9 月 1 日", "2026-09-01")]
    [InlineData("2026年9月", "2026-09-30")]
    [InlineData("2026 年第三季度", "2026-09-30")]
    [InlineData("2026 年上半年", "2026-06-30")]
    [InlineData("2027 年", "2027-12-31")]
    [InlineData("2026 年 13 月", "")]
    [InlineData("$2000 and 2,026 and 2026%", "")]
    public void A_date_means_its_last_day(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(' ', StatedDates.DuesWithYear(Numerals.InDigits(Folding.Fold(sentence))).Select(due => due.Last.ToString("yyyy-MM-dd", null))));

    [Theory]
    [InlineData("Quillon will open the plant on 12 June 2026.", "2026-06-12")]
    [InlineData("Quillon will open the plant on June 12.", "2026-06-12")]
    [InlineData("Quillon will open the plant in June.", "2026-06")]
    [InlineData("Quillon will open the plant in the third quarter.", "2026-09")]
    [InlineData("Quillon will decide next week.", "2026-02-15")]
    [InlineData("Quillon will decide later this month.", "2026-02")]
    [InlineData("Quillon will decide by year-end.", "2026")]
    [InlineData("Quillon will decide next year.", "2027")]
    [InlineData("Quillon will show plans in June and open the plant in March.", "2026-03")]
    [InlineData("启隆公司将于 6 月 12 日开放工厂。", "2026-06-12")]
    [InlineData("启隆公司将于下月开放工厂。", "2026-03")]
    [InlineData("启隆公司计划年内开放工厂。", "2026")]
    [InlineData("启隆公司将在未来数月内开放工厂。", "2026-08")]
    [InlineData("启隆公司将在 4 月底前开放工厂。", "2026-04")]
    [InlineData("启隆公司拟于 2027 年上半年开放工厂。", "2027-06")]
    public void A_signal_has_the_last_day_that_it_can_mean(string sentence, string due) => Assert.Equal(due, Announced(sentence, Friday)?.ToString());

    [Theory]
    [InlineData("Quillon opens the plant in January.", "2026-12-18", "2027-01")]
    [InlineData("Quillon will open the plant on January 12.", "2026-02-06", null)]
    public void A_month_without_its_year_is_the_next_one_only_around_the_turn_of_the_year(string sentence, string said, string? due)
    {
        var day = DateOnly.Parse(said, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(due, ComingDates.First(sentence, day, day)?.ToString());
    }

    private static Due? Announced(string sentence, DateOnly day) => Signals.Announced(new Candidate(Some.Article("Quillon", sentence), Passage.Text, 0, sentence, 0), day, day);
}
