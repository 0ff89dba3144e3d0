using Pipeline.Analysis.Extraction;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class CandidateTests
{
    [Theory]
    [InlineData("Halden will open the plant in the third quarter of 2027 and employ 900 people.", "工厂计划 2027 年第三季度投产，届时雇用 900 人。", true)]
    [InlineData("Chatbots in Norvania must verify age by 30 June 2026.", "海登公司计划于 2026 年 6 月 30 日启用新的题库。", false)]
    [InlineData("Halden will open Tarn 2 on 30 June 2026.", "Halden 计划于 2026 年 6 月 30 日开放新工厂。", true)]
    public void Two_languages_say_the_same_where_numbers_and_names_agree_and_a_date_is_one_number(string english, string chinese, bool same) =>
        Assert.Equal(same, Of(english).Repeats(Of(chinese)));

    private static Candidate Of(string text) => new(Some.Article("Any", text), Passage.Text, 0, text, 0);
}
