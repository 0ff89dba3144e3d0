using Pipeline.Analysis.Extraction;

namespace Pipeline.Tests.Analysis;

public class TitleRulesTests
{
    [Theory]
    [InlineData("Quillon opens Atlas 3", null)]
    [InlineData("启隆开放新模型", null)]
    [InlineData("quill/tinytable", "length")]
    [InlineData("What does Atlas 3 cost?", "question")]
    [InlineData("Quillon opens Atlas 3 to…", "truncated")]
    [InlineData("启隆开放“新模型", "unbalanced")]
    [InlineData("quill/tiny-table-of-things", "length")]
    [InlineData("Show HN: A table editor for terminals", "no news")]
    [InlineData("How to edit tables in a terminal", "no news")]
    [InlineData("7 ways to edit tables in a terminal", "no news")]
    [InlineData("A complete guide to tables in terminals", "no news")]
    [InlineData("7 ports agree on rules for pilot boats", null)]
    [InlineData("一文看懂启隆公司的新模型", "no news")]
    [InlineData("重磅！启隆公司开放新模型", "no news")]
    [InlineData("机器人爆款收割机狂揽 1.2 亿美金", "no news")]
    [InlineData("启隆公司开放七款新模型", null)]
    public void A_title_needs_no_full_stop(string title, string? reason) => Assert.Equal(reason, TitleRules.Reject(title));
}
