using System.Text;
using CsCheck;
using Pipeline.Linguistics;

namespace Pipeline.Tests.Linguistics;

public class TextDecoderTests
{
    private const string Chinese = "云岭科技宣布完成新一轮融资，资金将用于模型训练与数据中心建设。公司表示，未来一年将继续扩大研发团队，并与多所大学合作。";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static byte[] Bytes(string text, string charset) => Encoding.GetEncoding(charset).GetBytes(text);

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public void Chinese_is_read_without_any_label(string charset) => Assert.Equal(Chinese, TextDecoder.Decode(Bytes(Chinese, charset)));

    [Fact]
    public void Traditional_Chinese_in_Big5_is_read_without_any_label()
    {
        const string text = "雲嶺科技宣布完成新一輪融資，資金將用於模型訓練與數據中心建設。公司表示，未來一年將繼續擴大研發團隊，並與多所大學合作。";
        Assert.Equal(text, TextDecoder.Decode(Bytes(text, "big5")));
    }

    [Theory]
    [InlineData("gb2312", "gbk")]
    [InlineData("GBK", "gb18030")]
    [InlineData("\"gb2312\"", "gbk")]
    [InlineData("big5", "big5")]
    public void A_label_is_believed(string label, string charset) => Assert.Equal("中文", TextDecoder.Decode(Bytes("中文", charset), label));

    [Fact]
    public void The_document_is_asked_where_the_header_is_silent() =>
        Assert.Equal("中文", TextDecoder.Decode(Bytes("中文", "gbk"), null, _ => "gbk"));

    [Fact]
    public void The_header_goes_before_the_document() =>
        Assert.Equal("привет", TextDecoder.Decode(Bytes("привет", "windows-1251"), "windows-1251", _ => "koi8-r"));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("gbk")]
    [InlineData("windows-1251")]
    [InlineData("no-such-charset")]
    [InlineData("utf-16")]
    public void Sound_UTF_8_is_UTF_8_whatever_the_label(string label) => Assert.Equal(Chinese, TextDecoder.Decode(Encoding.UTF8.GetBytes(Chinese), label));

    [Fact]
    public void Double_byte_text_that_happens_to_pass_for_UTF_8_is_what_its_label_says()
    {
        byte[] ambiguous = [0xC4, 0xA3, 0xC7, 0xA9]; // 模签 in GBK, ģǩ in UTF-8
        Assert.Equal("模签", TextDecoder.Decode(ambiguous, "gbk"));
        Assert.Equal("ģǩ", TextDecoder.Decode(ambiguous));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_decides_and_goes(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        Assert.Equal("<é>中", TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("<é>中")], "gbk"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void UTF_16_is_seen_by_its_zeroes(string charset) =>
        Assert.Equal("<?xml 中", TextDecoder.Decode(Bytes("<?xml 中", charset)));

    [Fact]
    public void A_character_cut_in_half_does_not_spoil_the_rest()
    {
        var cut = Encoding.UTF8.GetBytes(Chinese)[..^1];
        Assert.StartsWith(Chinese[..^1], TextDecoder.Decode(cut), StringComparison.Ordinal);
        Assert.StartsWith(Chinese[..^1], TextDecoder.Decode(cut, "utf-8"), StringComparison.Ordinal);
    }

    [Fact]
    public void Latin_1_means_Windows_1252() => Assert.Equal("“quoted” – 5 €", TextDecoder.Decode(Bytes("“quoted” – 5 €", "windows-1252"), "iso-8859-1"));

    [Fact]
    public void Any_bytes_under_any_label_give_text() =>
        Gen.Select(Gen.Byte.Array[0, 60], Gen.OneOf(Gen.Const("gbk"), Gen.Const("big5"), Gen.Const("utf-7"), Gen.Const("iso-2022-jp"), Gen.String[0, 5]))
            .Sample((bytes, label) => _ = TextDecoder.Decode(bytes, label, head => head), iter: 1_000);
}
