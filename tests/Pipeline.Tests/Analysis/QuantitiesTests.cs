using System.Globalization;
using CsCheck;
using Pipeline.Analysis.Grounding;

namespace Pipeline.Tests.Analysis;

public class QuantitiesTests
{
    [Theory]
    [InlineData("1,200 firms", "1200")]
    [InlineData("12 亿", "1200000000")]
    [InlineData("1.2 billion", "1200000000")]
    [InlineData("1.2bn", "1200000000")]
    [InlineData("百分之五", "5 %")]
    [InlineData("5 percent", "5 %")]
    [InlineData("５％", "5 %")]
    [InlineData("$4 million", "4000000 USD")]
    [InlineData("400 万美元", "4000000 USD")]
    [InlineData("3,000 万元", "30000000 CNY")]
    [InlineData("twenty-five people", "25")]
    [InlineData("two million users", "2000000")]
    [InlineData("二十五家", "25")]
    [InlineData("三千万元", "30000000 CNY")]
    [InlineData("十二个月", "12 month")]
    [InlineData("三个百分点", "3 point")]
    [InlineData("March 5, 2026", "3 month-of-year|5 date|2026")]
    [InlineData("5th of March 2026", "3 month-of-year|5 date|2026")]
    [InlineData("2026 年 3 月 5 日", "2026|3 month-of-year|5 date")]
    [InlineData("2026-03-05", "2026|3 month-of-year|5 date")]
    [InlineData("二〇二六年三月五日", "2026|3 month-of-year|5 date")]
    [InlineData("in May", "5 month-of-year")]
    [InlineData("it may rain", "")]
    [InlineData("Q2", "2 quarter")]
    [InlineData("second quarter", "2 quarter")]
    [InlineData("第二季度", "2 quarter")]
    [InlineData("on Tuesday", "2 weekday")]
    [InlineData("星期日", "7 weekday")]
    [InlineData("周二", "2 weekday")]
    [InlineData("5-10%", "5 %|10 %")]
    [InlineData("3x faster", "3 times")]
    [InlineData("3 倍", "3 times")]
    [InlineData("10 GB", "10 GB")]
    [InlineData("a 7B model", "7000000000")]
    [InlineData("GPT-5 and 4o, Qwen3, v2.1, 5G", "")]
    [InlineData("三星与四川的一些公司十分重视", "")]
    [InlineData("数十家、十几家、三四家", "")]
    [InlineData("one of them", "")]
    [InlineData("one million", "1000000")]
    public void A_number_is_the_same_in_every_spelling(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Quantities.In(Folding.Fold(text)).Select(quantity =>
            $"{quantity.Value.ToString("0.####", CultureInfo.InvariantCulture)} {quantity.Unit}".Trim())));

    [Fact]
    public void No_text_is_too_strange() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["0123456789.,%$€ 一二三十百千万亿点年月日QMayAprilthe-–"]), 0, 200]
            .Sample(text => Quantities.In(Folding.Fold(text)).Count >= 0);

    [Fact]
    public void A_number_of_megabytes_is_read_past() => Assert.Empty(Quantities.In(new string('9', 2_000_000)));
}
