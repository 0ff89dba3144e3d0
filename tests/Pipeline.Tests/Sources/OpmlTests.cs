using System.Text;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Tests.Sources;

public class OpmlTests
{
    private const string Nested = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE opml SYSTEM "http://127.0.0.1:9/opml.dtd">
        <opml version="1.0"><head><title>Mine</title></head><body>
          <outline text="Labs">
            <outline text="Northlight Lab" title="Northlight &amp; Lab" type="rss" xmlUrl="https://northlight.example/feed.xml" htmlUrl="https://northlight.example/"/>
            <outline text="Deeper"><outline text="雷峰网" xmlurl=" https://leaf.example/feed " language="zh-cn" category="/x"/></outline>
          </outline>
          <Outline XMLURL="https://nameless.example/feed"/>
          <outline text="Not a feed" htmlUrl="https://page.example/"/>
        </body></opml>
        """;

    private static readonly SourceList Empty = SourceList.Read("week: { zone: UTC }", "sources.yaml");

    [Fact]
    public void Feeds_are_read_out_of_every_folder() => Assert.Equal(
        [
            new OpmlFeed("Northlight & Lab", "https://northlight.example/feed.xml", null, 5),
            new OpmlFeed("雷峰网", "https://leaf.example/feed", "zh-cn", 6),
            new OpmlFeed(null, "https://nameless.example/feed", null, 8),
        ], Read(Nested));

    [Theory]
    [InlineData("", "no well-formed XML")]
    [InlineData("not xml", "no well-formed XML")]
    [InlineData("<opml><body><outline text='a'>", "no well-formed XML")]
    [InlineData("<html><body/></html>", "no OPML: its root is <html>")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'aaaa'>]><opml>&a;</opml>", "no well-formed XML")]
    public void What_is_no_opml_says_so(string text, string why) => Assert.Contains(why, Refusal(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Fact]
    public void Depth_and_size_have_their_limits()
    {
        Assert.Contains("deep", Refusal(Encoding.UTF8.GetBytes("<opml>" + string.Concat(Enumerable.Repeat("<outline>", 50_000)))), StringComparison.Ordinal);
        Assert.Contains("larger than 10 MB", Refusal(new byte[Opml.Largest + 1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gb18030", "gb2312")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-8", "UTF-8")]
    public void It_is_decoded_as_it_declares(string charset, string declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = $"<?xml version='1.0' encoding='{declared}'?><opml><body><outline text='量子位前沿观察' xmlUrl='https://a.example/'/></body></opml>";
        byte[] mark = charset == "utf-16" ? [0xFF, 0xFE] : [];

        Assert.Equal("量子位前沿观察", Assert.Single(Opml.Read([.. mark, .. Encoding.GetEncoding(charset).GetBytes(text)])).Name);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        Source[] sources = [new("A & <B> \"q\" 'x'", new Uri("https://a.example/?x=1&y=2")), new("雷峰网 😀", new Uri("https://新闻.example/feed")) { Language = "zh" }];

        var opml = Opml.Write("本周 & co", sources);

        Assert.Equal(opml, Opml.Write("本周 & co", sources));
        Assert.DoesNotContain('\r', opml);
        var read = OpmlImport.Of(Empty, Read(opml));
        Assert.Empty(read.Skipped);
        Assert.Equal(sources, read.New);
        Assert.Equal("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>T</title>
              </head>
              <body>
                <outline type="rss" text="A" title="A" language="en" xmlUrl="https://a.example/" />
              </body>
            </opml>

            """.ReplaceLineEndings("\n"), Opml.Write("T", [new Source("A", new Uri("https://a.example/")) { Language = "en" }]));
    }

    [Fact]
    public void Doubles_are_skipped_and_told_and_names_are_made_unique()
    {
        var list = SourceList.Read("sources:\n  - name: Lab\n    url: https://lab.example/feed\n", "sources.yaml");

        var import = OpmlImport.Of(list,
        [
            new("Lab", "https://other.example/feed", "en-GB", 3),
            new("LAB", "https://third.example/feed", "unknown", 4),
            new("Again", "http://www.lab.example/feed/", null, 5),
            new("Twice", "https://other.example/feed#x", null, 6),
            new("Bad", "javascript:alert(1)", null, 7),
            new("Secret", "https://user:password@secret.example/", null, 8),
            new(null, "https://nameless.example/feed", null, 9),
        ]);

        Assert.Equal(["Lab 2", "LAB 3", "nameless.example"], import.New.Select(source => source.Name));
        Assert.Equal(["en", null, null], import.New.Select(source => source.Language));
        Assert.Equal(4, import.Skipped.Count);
        Assert.Contains("line 3 of sources.yaml", import.Skipped[0], StringComparison.Ordinal);
        Assert.Contains("line 3", import.Skipped[1], StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Concat(import.Skipped), StringComparison.Ordinal);
    }

    private static IReadOnlyList<OpmlFeed> Read(string opml) => Opml.Read(Encoding.UTF8.GetBytes(opml));

    private static string Refusal(byte[] opml) => Assert.Throws<TroubleException>(() => Opml.Read(opml)).Message;
}
