using System.Text;
using CsCheck;
using Pipeline.Clipping;
using Pipeline.Model;

namespace Pipeline.Tests.Clipping;

public class HostilePageTests
{
    private static readonly string[] Pieces =
    [
        "<div>", "</div>", "<p", ">", "<a href=x>", "</a>", "<table>", "<td>", "</tr>", "<script>", "</script>", "<!--", "-->", "<h1>", "</h1>",
        "<article class=post>", "<li>", "<pre>\n a", "<svg>", "<title>", "\"", "A sentence of words, long enough to be taken for prose.", "这是一句足够长的中文句子，可以当作正文。",
        "<script type='application/ld+json'>{\"@type\":", "[{", "}]", "2026-02-31", "\0", "\ud800", "&#xD800;", "<template>", "<frameset>", "<select><option>", "<math><mi>",
    ];

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<font color=red>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><path>")]
    [InlineData("<ul><li>")]
    public void A_page_nested_without_end_is_refused(string unit)
    {
        var trouble = Assert.Throws<TroubleException>(() => Clipper.Clip(Repeated(unit, 10_000_000), null));
        Assert.Contains("inside each other", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_tags_are_refused() =>
        Assert.Contains("tags", Assert.Throws<TroubleException>(() => Clipper.Clip(Repeated("<p>x</p>", 10_000_000), null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(" a")]
    [InlineData(" a='>'")]
    [InlineData("/a")]
    public void A_million_attributes_are_refused(string unit) =>
        Assert.Contains("attributes", Assert.Throws<TroubleException>(() => Clipper.Clip("<p" + Repeated(unit, 4_000_000) + ">", null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_of_more_than_16_MB_is_refused() =>
        Assert.Contains("larger", Assert.Throws<TroubleException>(() => Clipper.Clip(new byte[17 * 1024 * 1024], null, null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<script>document.write('An article, which only a script would write into this page.')")]
    [InlineData("<frameset><frame src=a></frameset>")]
    public void A_page_without_text_is_empty(string html) =>
        Assert.Equal((PageKind.Empty, ""), (Clipper.Clip(html, null).Kind, Clipper.Clip(html, null).Text));

    [Fact]
    public void Nesting_within_the_limit_is_read() =>
        Assert.Equal("Still here, after nine hundred boxes.", Clipper.Clip(Repeated("<div>", 900 * 5) + "Still here, after nine hundred boxes.", null).Text);

    [Fact]
    public void Whatever_the_markup_a_page_is_clipped_or_refused() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])
            .Array[0, 40].Sample(parts => Assert.NotNull(Clipper.Clip(string.Concat(parts), null).Text), iter: 1000);

    [Fact]
    public void Whatever_the_bytes_a_page_is_clipped() =>
        Gen.Byte.Array[0, 300].Sample(bytes => Assert.NotNull(Clipper.Clip(bytes, null, null).Text), iter: 300);

    private static string Repeated(string unit, int length) => new StringBuilder().Insert(0, unit, length / unit.Length).ToString();
}
