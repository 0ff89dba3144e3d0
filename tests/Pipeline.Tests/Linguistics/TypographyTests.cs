using Pipeline.Linguistics;

namespace Pipeline.Tests.Linguistics;

public class TypographyTests
{
    [Theory]
    [InlineData("启隆公司发布Atlas 3,价格减半.", "启隆公司发布 Atlas 3，价格减半.")]
    [InlineData("接口自2026年4月18日起涨价34%,详见公告(附表)。", "接口自 2026 年 4 月 18 日起涨价 34%，详见公告（附表）。")]
    [InlineData("平台 “悟空” 上线，称为\"助手\"。", "平台“悟空”上线，称为“助手”。")]
    [InlineData("模型拥有 8万 名用户，微软 及 启隆 参与。", "模型拥有 8 万名用户，微软及启隆参与。")]
    [InlineData("会议于 14:00 开始，比分3:1。", "会议于 14:00 开始，比分 3:1。")]
    [InlineData("启隆公司说...", "启隆公司说……")]
    public void Chinese_is_set_with_full_width_marks_and_even_spacing(string text, string set) => Assert.Equal(set, Typography.Set(text, spaced: true));

    [Fact]
    public void Spacing_can_be_taken_out() => Assert.Equal("接口自4月18日起使用Atlas 3模型。", Typography.Set("接口自 4 月 18 日起使用 Atlas 3 模型。", spaced: false));

    [Theory]
    [InlineData("Halden called it \"the end\" - and left...", "Halden called it “the end” – and left…")]
    [InlineData("Quillon's well-known model (3 MB) costs $4.", "Quillon's well-known model (3 MB) costs $4.")]
    public void English_has_curly_marks_and_dashes(string text, string set) => Assert.Equal(set, Typography.Set(text, spaced: true));

    [Theory]
    [InlineData("启隆公司发布Atlas 3,价格为4美元(含税)。", true)]
    [InlineData("Halden called it \"the end\" - and left...", true)]
    public void Set_and_unset_are_the_same(string text, bool spaced) => Assert.True(Typography.IsSame(text, Typography.Set(text, spaced)));

    [Theory]
    [InlineData("Halden sold 12 34 chips.", "Halden sold 1234 chips.")]
    [InlineData("启隆公司降价 3 成。", "启隆公司涨价 3 成。")]
    public void Other_words_and_figures_are_not_the_same(string left, string right) => Assert.False(Typography.IsSame(left, right));
}
