using CsCheck;
using Pipeline.Digests;
using Pipeline.Digests.Checking;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Digests;

public class MarkdownEscaperTests
{
    /// <summary>Text as strangers write it: letters of both languages among everything that means something to a parser.</summary>
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Words.AnyOf("#", "-", "+", "*", "_", "__", "**", "~~", "`", "```", "|", "[", "]", "](", "(", ")", "!", "![", "<", ">", "<b>", "</b>", "<!--", "<script>", "&", "&lt;", "&#60;",
            "{", "}", "{{", "}}", "{%", "%}", "{#", "{::", "{{<", ">}}", "$", "$$", "@", ":", "::", ":::", "://", "https://x.example/a", "www.", "www.x.example", "a@x.example", ":smile:", "\\", "\\*", "=", "===", "---", "+++",
            "^", "[^1]", "[^1]:", "1.", "12)", "10:30", "$5", "snake_case", "\"", "'", "?", "???", "!!!", "///", "\t", "    ", " ", "\n", "\r\n", "\u2028", "\u0000", "\u001b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2060", "\ud83d", "\ude00", "😀", "\u3000"),
        Words.AnyOf("word", "A", "7", "中文", "。", "，", "：", "“", "”", "é", "İ"),
        Gen.String[Gen.Char.AlphaNumeric, 0, 3]).Array[0, 12].Select(string.Concat);

    /// <summary>A million in .ci/long.</summary>
    private static long Iterations => long.Parse(Environment.GetEnvironmentVariable("PIPELINE_STRINGS") ?? "3000", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("plain words, and 中文。", "plain words, and 中文。")]
    [InlineData("AT&T <b> > {x} *a* [b](c) \\ | ~~d~~ `e`", "AT&amp;T &lt;b&gt; &gt; &#123;x&#125; &#42;a&#42; &#91;b&#93;(c) &#92; &#124; &#126;&#126;d&#126;&#126; &#96;e&#96;")]
    [InlineData("{{ x }} {% y %} {# z #}", "&#123;\u2060&#123; x &#125;\u2060&#125; &#123;% y %&#125; &#123;# z &#35;&#125;")]
    [InlineData("{}", "&#123;\u2060&#125;")]
    [InlineData("# no heading", "&#35; no heading")]
    [InlineData("C# and #tag", "C# and &#35;tag")]
    [InlineData("title ##", "title &#35;&#35;")]
    [InlineData("- no item", "&#45; no item")]
    [InlineData("+ no item", "&#43; no item")]
    [InlineData("1. no item", "1&#46; no item")]
    [InlineData("2026) no item", "2026&#41; no item")]
    [InlineData("1.5 million", "1.5 million")]
    [InlineData("2026.", "2026&#46;")]
    [InlineData("2026", "2026")]
    [InlineData(": no definition", "&#58; no definition")]
    [InlineData("=====", "&#61;====")]
    [InlineData("\t    indented", "indented")]
    [InlineData("a  b\r\n\r\nc\td\u3000e", "a b c d e")]
    [InlineData("snake_case __init__ _x_", "snake_case &#95;&#95;init&#95;&#95; &#95;x&#95;")]
    [InlineData("$5 to $10, $x$, $$y$$", "$5 to $10, &#36;x&#36;, &#36;&#36;y&#36;&#36;")]
    [InlineData("mail a@b.example or @name, 3 @ 4", "mail a&#64;\u2060b.example or &#64;name, 3 @ 4")]
    [InlineData("at 10:30: see https://x.example :smile: 标题：正文", "at 10:30: see https&#58;\u2060//x.example &#58;smile: 标题：正文")]
    [InlineData("www.x.example", "www\u2060&#46;x.example")]
    [InlineData("a\u0000b\u001b\u202e\u2066c\ufeff\u2060d", "abcd")]
    [InlineData("😀 e\u0301", "😀 e\u0301")]
    [InlineData("", "")]
    [InlineData("x", "&#120;")]
    [InlineData("--force -x a-b", "&#45;&#45;force -x a-b")]
    public void Text_is_escaped_no_more_than_it_must(string text, string markdown) => Assert.Equal(markdown, MarkdownEscaper.Escape(text));

    [Fact]
    public void A_lone_surrogate_is_replaced() => Assert.Equal("a\ufffdb", MarkdownEscaper.Escape("a\ud83db"));

    [Fact]
    public void Whatever_it_is_it_reads_as_written_in_every_place_and_does_nothing() => Hostile.Sample(text =>
    {
        var (escaped, plain) = (MarkdownEscaper.Escape(text), PlainText.Fold(text));
        foreach (var (before, after) in new[] { ("", ""), ("before ", " after"), ("- ", ""), ("# ", ""), ("1. **x**：", "（y）。"), ("- <a id=\"n01\"></a>x, ", "，z"), ("- x\n\n    ", "") })
        {
            var page = PageReader.Read("p", before + escaped + after + "\n");
            var around = PageReader.Read("p", before + "W" + after + "\n");
            Assert.Empty(page.Strays);
            Assert.Empty(page.Links);
            Assert.Equal(around.Blocks.Count, plain.Length == 0 ? around.Blocks.Count : page.Blocks.Count);
            if (plain.Length > 0)
                Assert.Equal(around.Blocks[^1].Text.Replace("W", plain, StringComparison.Ordinal).Trim(), page.Blocks[^1].Text);
        }
    }, iter: Iterations);

    [Fact]
    public void Whatever_it_is_it_may_be_a_links_text() => Hostile.Sample(text =>
    {
        var link = Assert.Single(PageReader.Read("p", $"- <a id=\"n01\"></a>[{MarkdownEscaper.Escape(text)}](https://x.example/) — y\n").Links);
        Assert.Equal(("https://x.example/", PlainText.Fold(text)), (link.Url, link.Label));
    }, iter: Iterations);

    [Fact]
    public void No_template_engine_finds_its_tags() => Hostile.Sample(text =>
    {
        var escaped = MarkdownEscaper.Escape(text);
        Assert.DoesNotContain(escaped, character => "<>{}\n\r\0".Contains(character, StringComparison.Ordinal));
        // Vue decodes the references first.
        var decoded = System.Net.WebUtility.HtmlDecode(escaped);
        Assert.DoesNotContain("{{", decoded, StringComparison.Ordinal);
        Assert.DoesNotContain("}}", decoded, StringComparison.Ordinal);
    }, iter: Iterations);
}
