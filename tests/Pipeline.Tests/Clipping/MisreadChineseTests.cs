using System.Text;
using Pipeline.Clipping;

namespace Pipeline.Tests.Clipping;

public class MisreadChineseTests
{
    private const string Chinese = "云岭科技宣布完成新一轮融资，资金将用于模型训练与数据中心建设。公司表示，未来一年将继续扩大研发团队，并与多所大学合作。";

    private const string French = "L'été dernier, à Orléans, la société a présenté un procédé éprouvé : le décret, voté à l'unanimité, entérine les évolutions décidées après l'enquête menée près de Béziers, où les élèves ingénieurs étaient présents.";

    static MisreadChineseTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static string Misread(string text, string taken) => Encoding.GetEncoding(taken).GetString(Encoding.GetEncoding("gb18030").GetBytes(text));

    [Theory]
    [InlineData("iso-8859-15")]
    [InlineData("iso-8859-1")]
    public void Chinese_that_was_taken_for_Western_text_is_Chinese_again(string taken) =>
        Assert.Equal(Chinese, MisreadChinese.Repaired(Misread(Chinese, taken)));

    [Fact]
    public void It_may_have_happened_twice() =>
        Assert.Equal(Chinese, MisreadChinese.Repaired(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Misread(Chinese, "iso-8859-15")))));

    [Fact]
    public void French_stays_French() => Assert.Null(MisreadChinese.Repaired(French));

    [Fact]
    public void Chinese_beside_accented_letters_stays() => Assert.Null(MisreadChinese.Repaired(Chinese + French));

    [Fact]
    public void A_page_says_in_Chinese_what_it_meant()
    {
        var html = $"<html><head><meta charset=gbk><title>x</title></head><body><article><p>{Misread(Chinese, "iso-8859-15")}</p></article></body></html>";
        Assert.Contains("云岭科技", Clipper.Clip(Encoding.UTF8.GetBytes(html), null, null).Text, StringComparison.Ordinal);
    }
}
