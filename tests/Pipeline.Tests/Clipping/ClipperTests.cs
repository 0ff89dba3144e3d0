using System.Text;
using Pipeline.Clipping;
using Pipeline.Model;

namespace Pipeline.Tests.Clipping;

public class ClipperTests
{
    private const string Chinese = "<p>北辰实验室周二发布了新的小模型，价格下降一半，学校可以免费使用。</p>";

    [Theory]
    [InlineData("Plain words, and 3 < 4.", "Plain words, and 3 < 4.")]
    [InlineData("AT&amp;T &amp;amp; others\n\n second   line ", "AT&T &amp; others\nsecond line")]
    [InlineData("<p>One.</p><script>x()</script><style>p{}</style><p>Two &amp; <b>th</b>ree.<br>Four.</p>", "One.\nTwo & three.\nFour.")]
    [InlineData("<ul><li>a<li>b</ul>tail", "a\nb\ntail")]
    [InlineData("<p>第一段。</p><p>第二段。</p>", "第一段。\n第二段。")]
    [InlineData("Text <img src=x onerror=alert(1)> goes on", "Text goes on")]
    [InlineData("&lt;b&gt;", "<b>")]
    [InlineData("", "")]
    public void A_fragment_becomes_paragraphs(string fragment, string text) => Assert.Equal(text, Clipper.TextOf(fragment));

    [Theory]
    [InlineData("gb18030", "<meta charset=gb2312>", null)]
    [InlineData("gb18030", "", "gbk")]
    [InlineData("gb18030", "<meta charset=utf-8>", null)]
    [InlineData("gb18030", "", null)]
    [InlineData("big5", "<meta http-equiv=Content-Type content='text/html; charset=big5'>", null)]
    [InlineData("utf-8", "", null)]
    [InlineData("utf-8", "<meta charset=nonsense>", "nonsense")]
    [InlineData("utf-16", "", "utf-8")]
    public void A_page_is_decoded_as_browsers_do(string charset, string head, string? http)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(charset);
        var traditional = charset == "big5" ? Chinese.Replace('实', '實').Replace('验', '驗').Replace('发', '發').Replace('价', '價').Replace('学', '學').Replace('费', '費').Replace('后', '後') : Chinese;
        byte[] mark = charset == "utf-16" ? [0xFF, 0xFE] : [];

        var clip = Clipper.Clip([.. mark, .. encoding.GetBytes(head + string.Concat(Enumerable.Repeat(traditional, 3)))], http, null);

        Assert.Contains(traditional[3..^4], clip.Text, StringComparison.Ordinal);
        Assert.Equal("zh", clip.Language);
    }

    [Fact]
    public void A_title_that_is_given_as_the_author_is_none()
    {
        const string page = "<head><meta name=author content='{0}'><title>Harbour cranes learn to wait</title></head><h1>Harbour cranes learn to wait</h1><p>" + Chinese;

        Assert.Null(Clipper.Clip(page.Replace("{0}", "Harbour cranes learn to wait", StringComparison.Ordinal), null).Byline);
        Assert.Equal("Ada Quill", Clipper.Clip(page.Replace("{0}", "Ada Quill", StringComparison.Ordinal), null).Byline);
    }

    [Fact]
    public void A_link_around_a_whole_Chinese_article_is_no_link()
    {
        var paragraphs = string.Concat(Enumerable.Range(1, 12).Select(at => $"第{at}台设备在港口投入使用后，码头的等待时间缩短，工人们也不必再通宵值守。<br><br>"));
        var page = $"<title>港口</title><ul><li><a href=/a>首页</a><li><a href=/b>新闻</a></ul><dl><a href=/full>{paragraphs}</a></dl><p>总部：<a href=/c>联系我们</a>";

        Assert.Contains("第7台设备", Clipper.Clip(page, null).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_is_a_document() => Assert.Equal(PageKind.Document, Clipper.Clip("%PDF-1.7 ..."u8.ToArray(), null, null).Kind);

    [Theory]
    [InlineData("/a/b?x=1#y", "https://lab.example/a/b?x=1")]
    [InlineData("https://lab.example/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("http://[", null)]
    public void The_canonical_url_is_absolute_and_of_the_web(string link, string? canonical) =>
        Assert.Equal(canonical, Clipper.Clip($"<link rel=canonical href='{link}'><p>x", new Uri("https://lab.example/news/1")).CanonicalUrl);

    [Theory]
    [InlineData("en", "<p>Words that are all in English, whatever the page says of them.", "en")]
    [InlineData("en", Chinese, "zh")]
    [InlineData("zh-CN", Chinese, "zh-CN")]
    [InlineData("fr", "<p>Le laboratoire a publié un petit modèle, dit-on à Lyon.", "fr")]
    public void The_language_is_declared_unless_the_script_says_otherwise(string declared, string body, string language) =>
        Assert.Equal(language, Clipper.Clip($"<html lang={declared}><body>{body}", null).Language);

    [Fact]
    public void A_login_form_is_no_article() =>
        Assert.Equal(PageKind.Login, Clipper.Clip("<h1>Log in</h1><form><p>Welcome back to the ledger.</p><input type=password></form>", null).Kind);

    [Fact]
    public void A_video_page_is_said_to_be_one() =>
        Assert.Equal(PageKind.Video, Clipper.Clip("<meta property=og:type content=video.other><p>Watch the port robots at work, in three minutes.", null).Kind);
}
