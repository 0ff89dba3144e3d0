using Pipeline.Analysis.Grounding;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Analysis;

public class NumeralsTests
{
    /// <summary>What is looked for before the patterns are tried leaves no number out.</summary>
    [Fact]
    public void A_look_for_numbers_first_changes_nothing() =>
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Cases.Root, "tests", "Cases", "grounding"), "*.txt").SelectMany(File.ReadLines).Select(Folding.Fold),
            piece => Assert.Equal(Numerals.Rewrite(piece), Numerals.InDigits(piece)));

    [Theory]
    [InlineData("half of them", "50% of them")]
    [InlineData("a dozen", "12")]
    [InlineData("a fortnight", "2 weeks")]
    [InlineData("two decades", "20 years")]
    [InlineData("half a million", "0.5 million")]
    [InlineData("a third of it", "33.33% of it")]
    [InlineData("half an hour", " 30 分钟 ")]
    [InlineData("early May", "early  5月 ")]
    [InlineData("Sunday", " 星期7 ")]
    [InlineData("second quarter", "Q2")]
    [InlineData("礼拜三", "星期3 ")]
    [InlineData("半小时", " 30 分钟 ")]
    [InlineData("下午五点", " 17时")]
    [InlineData("12 p.m.", " 12时")]
    [InlineData("12 a.m.", " 0时")]
    [InlineData("凌晨12点", " 0时")]
    [InlineData("当晚8点", " 20时")]
    [InlineData("傍晚6点", " 18时")]
    [InlineData("上午9点", " 9时")]
    public void A_word_that_holds_a_number_is_read(string text, string digits) => Assert.Equal(digits, Numerals.InDigits(Folding.Fold(text)));
}
