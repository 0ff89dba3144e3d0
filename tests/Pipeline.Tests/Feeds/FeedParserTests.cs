using System.Globalization;
using System.Text;
using CsCheck;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Tests.Feeds;

public class FeedParserTests
{
    private static Feed Parse(string text, string? charset = null, string? url = null) =>
        FeedParser.Parse(Encoding.UTF8.GetBytes(text), charset, url is null ? null : new Uri(url));

    private static Entry Item(string inside, string? url = null) =>
        Assert.Single(Parse($"<rss version='2.0'><channel><title>T</title>{inside}</channel></rss>", url: url).Entries);

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>", "a web page, not a feed")]
    [InlineData("<html><body>Not found<br></body></html>", "a web page, not a feed")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "a web page, not a feed")]
    [InlineData("<opml version='2.0'><body/></opml>", "not a feed: its root is <opml>")]
    [InlineData("plain words", "not a feed: no rss, feed or RDF element")]
    [InlineData("[1, 2]", "not a feed: no rss, feed or RDF element")]
    [InlineData("{\"items\": ", "not readable as JSON")]
    [InlineData("{\"title\": \"an answer of an API\"}", "not a feed")]
    [InlineData("<rss version='2.0'><channel><title>R&D</title></chann", "not readable as XML")]
    public void What_is_no_feed_is_refused_with_the_reason(string text, string why) =>
        Assert.StartsWith(why, Assert.Throws<TroubleException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>T</title></channel></rss>")]
    [InlineData("<!DOCTYPE rss PUBLIC 'a' 'http://127.0.0.1:9/rss.dtd'><rss version='0.91'><channel><title>T</title></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"T\", \"items\": []}")]
    public void A_feed_without_entries_is_empty(string text)
    {
        var feed = Parse(text);
        Assert.Equal("T", feed.Title);
        Assert.Empty(feed.Entries);
    }

    [Theory]
    [InlineData("<link>one</link>", "https://site.example/blog/one")]
    [InlineData("<link>/one</link>", "https://site.example/one")]
    [InlineData("<link xml:base='https://base.example/x/'>one</link>", "https://base.example/x/one")]
    [InlineData("<link xml:base='sub/'>one</link>", "https://feeds.example/sub/one")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link></link><guid isPermaLink='true'>one</guid>", "https://site.example/blog/one")]
    [InlineData("<link></link><guid>one</guid>", null)]
    [InlineData("<link></link><guid isPermaLink='false'>https://site.example/id</guid>", null)]
    [InlineData("<link>https://a.example/?x=1&amp;amp;y=2</link>", "https://a.example/?x=1&y=2")]
    [InlineData("<link>https://clicks.example/~r/1</link><f:origLink xmlns:f='x'>https://site.example/real</f:origLink>", "https://site.example/real")]
    public void A_link_is_resolved(string item, string? expected) =>
        Assert.Equal(expected, Item($"<link>https://site.example/blog/</link><item>{item}</item>", "https://feeds.example/site.xml").Url);

    [Fact]
    public void A_feed_without_a_link_is_its_own_base() =>
        Assert.Equal("https://feeds.example/one", Item("<item><link>one</link></item>", "https://feeds.example/site.xml").Url);

    [Theory]
    [InlineData("Fish &amp;amp; chips", "Fish & chips")]
    [InlineData("Fish &amp;amp;amp; chips", "Fish & chips")]
    [InlineData("&lt;b&gt;Bold&lt;/b&gt; claim", "Bold claim")]
    [InlineData("<b>Bold</b> claim", "Bold claim")]
    [InlineData("<![CDATA[Line<br/>break &#8211; dash]]>", "Line break – dash")]
    [InlineData("List&lt;String&gt; is 3 &lt; 5", "List<String> is 3 < 5")]
    [InlineData("&lt;a href='x'&gt;“引号”&lt;/a&gt;　全角\u00A0空格", "“引号” 全角 空格")]
    [InlineData("  ", null)]
    public void A_title_is_plain_text(string title, string? plain) => Assert.Equal(plain, Item($"<item><title>{title}</title></item>").Title);

    [Fact]
    public void Unescaped_markup_stays_markup_that_a_browser_reads_alike() =>
        Assert.Equal("One &lt; <br />two<p></p><em>three</em>", Item("<item><description>One &lt; <br/>two<p/><em>three</em></description></item>").Summary);

    [Fact]
    public void The_id_is_what_the_feed_says_else_the_address_else_a_hash_of_what_there_is()
    {
        Assert.Equal("g", Item("<item><guid> g </guid><link>https://a.example/</link></item>").Id);
        Assert.Equal("https://a.example/", Item("<item><guid/><link>https://a.example/</link></item>").Id);
        var hashed = Item("<item><title>Only a title</title></item>").Id;
        Assert.Equal(hashed, Item("<item><title>Only a  title</title></item>").Id);
        Assert.NotEqual(hashed, Item("<item><title>Another title</title></item>").Id);
    }

    [Fact]
    public void Dates_do_not_depend_on_where_the_machine_stands()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("zh-CN");
            var entry = Item("<item><title>T</title><pubDate>6 Sep 21 10:00:00</pubDate></item>");
            Assert.Equal(new DateTimeOffset(2021, 9, 6, 10, 0, 0, TimeSpan.Zero), entry.Published);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_header_names_the_charset_where_the_feed_does_not()
    {
        var body = Encoding.Latin1.GetBytes("<rss version='2.0'><channel><item><title>caf\u00e9</title></item></channel></rss>");
        Assert.Equal("café", Assert.Single(FeedParser.Parse(body, "iso-8859-1").Entries).Title);
    }

    [Fact]
    public void Entities_do_not_expand()
    {
        var bomb = "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><rss version='2.0'><channel><item><title>&c;</title></item></channel></rss>";
        Assert.Equal("&c;", Assert.Single(Parse(bomb).Entries).Title);
    }

    [Theory]
    [InlineData("<a>", 500_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("<!--", 1_000_000)]
    [InlineData("<a b=\"", 700_000)]
    [InlineData("&", 1_000_000)]
    [InlineData("</x>", 1_000_000)]
    [InlineData("<item>", 300_000)]
    public void Hostile_input_ends(string piece, int times)
    {
        var body = Encoding.UTF8.GetBytes("<rss version='2.0'><channel><item><title>" + string.Concat(Enumerable.Repeat(piece, times)));
        try
        {
            FeedParser.Parse(body);
        }
        catch (TroubleException)
        {
        }
    }

    [Fact]
    public void Any_bytes_give_a_feed_or_a_trouble()
    {
        string[] pieces =
        [
            "<rss version='2.0'>", "</rss>", "<channel>", "</channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "<entry>", "</entry>", "<a:b c='",
            "<feed xmlns='http://www.w3.org/2005/Atom'>", "<link href=", "<![CDATA[", "]]>", "<!--", "-->", "<?", "<!DOCTYPE", "&#0;", "&#xD800;", "&nbsp;", "&amp", "xmlns:a=''",
            "xmlns='", "xml:base='::'", "'", "\"", ">", "<", "/", "\u0000", "\uFFFF", "人工智能", "2026-02-30", "{", "\"items\":[", "}]",
        ];
        var start = Gen.OneOf(Gen.Const("<rss version='2.0'><channel><item>"), Gen.Const("<feed>"), Gen.Const("{\"version\":\"https://jsonfeed.org/version/1\","), Gen.Const(""));
        Gen.Select(start, Gen.OneOf([Gen.String[0, 6], .. pieces.Select(Gen.Const)]).Array[0, 30]).Sample(
            (first, rest) =>
            {
                try
                {
                    Assert.All(Parse(first + string.Concat(rest)).Entries, entry => Assert.NotEmpty(entry.Id));
                }
                catch (TroubleException)
                {
                }
            },
            iter: 2_000);
    }
}
