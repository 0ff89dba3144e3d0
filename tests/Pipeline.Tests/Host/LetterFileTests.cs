using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MimeKit;
using Pipeline.Digests;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Digests;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The letter as MimeKit and an HTML parser read it back from its bytes.</summary>
public sealed class LetterFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_letter_has_the_digest_as_text_and_as_HTML_and_the_same_bytes_each_time()
    {
        var bytes = Written(Site);

        Assert.Equal(bytes, Written(Site));
        using var message = Read(bytes);
        Assert.Equal("本周 AI 周报（2026‑W06）：北光实验室周一发布模型 Aurora 2，单张显卡即可运行", message.Subject);
        Assert.Equal("2026-W06@site.example", message.MessageId);
        Assert.Equal(Some.Week.Window.End, message.Date);
        var parts = Assert.IsType<MultipartAlternative>(message.Body).Cast<TextPart>().ToArray();
        // The richest last, RFC 2046, 5.1.4.
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(part => $"{part.ContentType.MimeType}; charset={part.ContentType.Charset}"));
        Assert.Contains("- 违者最高罚款五百万元", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("](", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("\ufffd", message.TextBody + message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_bytes_are_ASCII_in_short_lines_as_any_server_takes_them()
    {
        var bytes = Written(Site);

        Assert.DoesNotContain(bytes, value => value is > 126 or (< 32 and not 13 and not 10 and not 9));
        // RFC 5322, 2.1.1.
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.True(line.Length <= 78 && !line.Contains('\n', StringComparison.Ordinal), line));
    }

    [Fact]
    public void It_fetches_nothing_and_every_link_is_absolute()
    {
        using var message = Read(Written(Site));
        var document = new HtmlParser().ParseDocument(message.HtmlBody!);

        Assert.Equal(["a", "body", "h1", "h3", "head", "html", "li", "meta", "ol", "p", "strong", "title", "ul"], document.All.Select(element => element.LocalName).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["charset", "href", "id", "lang"], document.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name).Distinct().Order(StringComparer.Ordinal));
        var links = document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Contains(links, link => link.StartsWith("https://site.example/weekly/weekly_news/ai_news_2026-W06/#n", StringComparison.Ordinal));
        Assert.All(links, link => Assert.StartsWith("https://site.example/weekly/", link, StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_adds_no_header()
    {
        using var message = Read(Written(Site with { Title = "Weekly\r\nBcc: a@x.example\r\n\r\n<script>" }));

        Assert.Empty(message.Bcc);
        Assert.Equal(["Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject"], message.Headers.Select(header => header.Field).Append("Content-Type").Distinct().Order(StringComparer.Ordinal));
        Assert.StartsWith("Weekly Bcc: a@x.example", message.Subject, StringComparison.Ordinal);
        Assert.Empty(new HtmlParser().ParseDocument(message.HtmlBody!).QuerySelectorAll("script"));
    }

    [Fact]
    public void A_letter_needs_the_sites_address() => Assert.Throws<TroubleException>(() => Letter.Of(Files(Site), Some.Week, new Site()));

    private static Site Site => new() { Url = new Uri("https://site.example/weekly/") };

    private byte[] Written(Site site)
    {
        LetterFile.Write(Letter.Of(Files(site), Some.Week, site), folder["letter.eml"]);
        return File.ReadAllBytes(folder["letter.eml"]);
    }

    private static MimeMessage Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream, CancellationToken.None);
    }

    private static IReadOnlyList<OutputFile> Files(Site site) => DigestWriter.Write(SampleWeek.Digest("zh-CN"), SampleWeek.Anchors, site, SampleWeek.Templates("zh-CN"), null);
}
