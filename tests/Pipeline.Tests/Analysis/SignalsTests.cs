using Pipeline.Analysis.Extraction;

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
    [InlineData("Quillon will launch a version for phones.")]
    [InlineData("启隆公司计划于 2026 年第二季度推出手机版。")]
    [InlineData("启隆公司预计 3 月开放申请。")]
    [InlineData("条例自二〇二六年九月一日起施行。")]
    [InlineData("征求意见截止日期为 2026 年 2 月 6 日。")]
    [InlineData("启隆公司将于年底前公布结果。")]
    [InlineData("海登公司预计 2026 年下半年投产。")]
    public void What_is_announced_for_later_is_a_signal(string sentence) => Assert.True(Signals.Announces(sentence, Friday));

    [Theory]
    [InlineData("Quillon opened Atlas 3 on Tuesday.")]
    [InlineData("Quillon had planned to launch in December 2025, and the launch is expected no more.")]
    [InlineData("Quillon will close what it began in March 2024.")]
    [InlineData("Halden said on February 5, 2026 that it will grow.")]
    [InlineData("Halden will be glad.")]
    [InlineData("启隆公司计划于 2025 年第四季度推出的手机版没有上市。")]
    [InlineData("启隆公司将在 2026 年 2 月 5 日的会上说明。")]
    [InlineData("海登公司将河水引入工厂。")]
    [InlineData("2026 年 9 月的天气难以预料。")]
    public void What_is_past_or_has_no_time_is_none(string sentence) => Assert.False(Signals.Announces(sentence, Friday));

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
        Assert.Equal(expected, string.Join(' ', StatedDates.WithYear(sentence).Select(date => date.ToString("yyyy-MM-dd", null))));
}
