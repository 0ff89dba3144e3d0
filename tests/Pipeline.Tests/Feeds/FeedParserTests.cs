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
    [InlineData("<entry><title>A word of a dictionary</title></entry>", "not a feed: its root is <entry>")]
    [InlineData("{\"items\": [{\"id\": 1, \"name\": \"an answer of an API\"}]}", "not a feed")]
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
    [InlineData("<link><![CDATA[ https://a.example/1 ]]></link>", "https://a.example/1")]
    [InlineData("<link>https://www.google.com/url?q=https%3A%2F%2Fa.example%2F1</link>", "https://a.example/1")]
    [InlineData("<link></link><guid>https://a.example/1</guid>", "https://a.example/1")]
    [InlineData("<link></link><guid>tag:a.example,2026:1</guid>", null)]
    [InlineData("<enclosure url='https://a.example/1.mp3' type='audio/mpeg' length='1'/>", "https://a.example/1.mp3")]
    [InlineData("<enclosure url='https://a.example/1.mp3'/><link>https://a.example/1</link>", "https://a.example/1")]
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
    [InlineData("AT&amp;T buys", "AT&T buys")]
    [InlineData("&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt; claim", "Bold claim")]
    [InlineData("The &amp;lt;b&amp;gt; tag", "The <b> tag")]
    [InlineData("<![CDATA[<p>One</p><p>two &amp; <em>three</em></p>]]>", "One two & three")]
    [InlineData("<![CDATA[Vec<T> &lt; List<String>]]>", "Vec<T> < List<String>")]
    [InlineData("<![CDATA[a < b and c > d]]>", "a < b and c > d")]
    [InlineData("<![CDATA[One<script>two()</script><!-- three -->]]>", "One<script>two()</script>")]
    [InlineData("It&#146;s 5&#128;&#133;", "It’s 5€…")]
    [InlineData("Soft&#xAD;ware\u200B is\uFEFF &#8238;here", "Software is here")]
    [InlineData("👩\u200D💻 &#x1F600;", "👩\u200D💻 😀")]
    [InlineData("<![CDATA[Line<br/>break &#8211; dash]]>", "Line break – dash")]
    [InlineData("List&lt;String&gt; is 3 &lt; 5", "List<String> is 3 < 5")]
    [InlineData("&lt;a href='x'&gt;“引号”&lt;/a&gt;　全角\u00A0空格", "“引号” 全角 空格")]
    [InlineData("  ", null)]
    public void A_title_is_plain_text(string title, string? plain) => Assert.Equal(plain, Item($"<item><title>{title}</title></item>").Title);

    [Theory]
    [InlineData("<dc:creator xmlns:dc='d'>Ana Ruiz</dc:creator><dc:creator xmlns:dc='d'>Bo Li</dc:creator><author>x@a.example</author>", "Ana Ruiz, Bo Li")]
    [InlineData("<author>desk@wire.example (Ana Ruiz)</author>", "Ana Ruiz")]
    [InlineData("<author>Ana Ruiz &lt;desk@wire.example&gt;</author>", "Ana Ruiz")]
    [InlineData("<author><name>Ana Ruiz</name></author>", "Ana Ruiz")]
    [InlineData("<i:author xmlns:i='i'>Ana Ruiz</i:author>", "Ana Ruiz")]
    public void An_author_is_a_name(string item, string author) => Assert.Equal(author, Item($"<item>{item}</item>").Author);

    [Theory]
    [InlineData("<pubDate>Fri, 06 Feb 2026 10:00:00 GMT</pubDate>")]
    [InlineData("<pubDate>soon</pubDate><dc:date xmlns:dc='d'>2026-02-06T10:00:00Z</dc:date>")]
    [InlineData("<dc:date xmlns:dc='d'>2026-02-06T12:00:00+02:00</dc:date>")]
    [InlineData("<a:published xmlns:a='a'>2026-02-06T10:00:00Z</a:published>")]
    [InlineData("<dcterms:issued xmlns:dcterms='d'>2026-02-06T10:00:00Z</dcterms:issued>")]
    public void A_date_is_found_wherever_it_stands(string item) =>
        Assert.Equal(new DateTimeOffset(2026, 2, 6, 10, 0, 0, TimeSpan.Zero), Item($"<item>{item}</item>").Published);

    [Theory]
    [InlineData("0.90")]
    [InlineData("0.91")]
    [InlineData("0.92")]
    [InlineData("0.93")]
    [InlineData("0.94")]
    [InlineData("2.0")]
    [InlineData("2.0.1")]
    [InlineData("")]
    public void Every_RSS_is_read(string version)
    {
        var entry = Assert.Single(Parse($"<rss version='{version}'><channel><item><title>T</title><link>https://a.example/1</link><category>C</category></item></channel></rss>").Entries);
        Assert.Equal(("T", "https://a.example/1", "C"), (entry.Title, entry.Url, entry.Categories.Single()));
    }

    [Theory]
    [InlineData("<?xml version='1.1'?><rss><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<br />\n<b>Warning</b>: too many cooks in /srv/feed.php on line <b>3</b><br />\n<?xml version='1.0'?><rss version='2.0'><channel><item><title>One</title></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title></item></channel></rss>\n<!-- page made in 0.1 s --><script>count()</script> & more")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><dc:creator>Ana</dc:creator><media:thumbnail url='x'/></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>One\u0001\u000B</title></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>One&#0;&#x1F;</title></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><description>R&D &nbsp; &hellip; &unknown;</description></item></channel></rss>")]
    [InlineData("<rss version=2.0><channel><item><title>One</title><a href=x y>b</a></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><description><![CDATA[cut off here")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><link>https://a.exa")]
    [InlineData("<rss version='2.0'><channel><item><title>One</title><description>a <br> b <img src='x'> c</description></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><TITLE>One</TITLE></ITEM></channel></rss>")]
    public void Broken_XML_is_read_as_a_person_would(string text) => Assert.Equal("One", Assert.Single(Parse(text).Entries).Title);

    [Theory]
    [InlineData("<title>One</title>")]
    [InlineData("<title mode='escaped' type='text/html'>&lt;b&gt;One&lt;/b&gt;</title>")]
    [InlineData("<title mode='base64' type='text/html'>PGI+T25lPC9iPg==</title>")]
    public void Atom_0_3_is_read(string title)
    {
        var entry = Assert.Single(Parse($"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>{title}<issued>2026-02-06T10:00:00Z</issued><modified>2026-02-06T11:00:00Z</modified><link rel='alternate' href='https://a.example/1'/></entry></feed>").Entries);
        Assert.Equal(("One", "https://a.example/1"), (entry.Title, entry.Url));
        Assert.Equal((10, 11), (entry.Published?.Hour, entry.Updated?.Hour));
    }

    [Fact]
    public void An_Atom_entry_alone_is_a_feed_of_one()
    {
        var feed = Parse("<entry xmlns='http://www.w3.org/2005/Atom' xml:base='https://a.example/x/'><id>urn:1</id><title>One</title><link href='1'/></entry>");
        Assert.Equal("atom", feed.Kind);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("urn:1", "One", "https://a.example/x/1"), (entry.Id, entry.Title, entry.Url));
    }

    [Fact]
    public void What_a_declaration_names_does_not_spoil_what_is_decoded_already() =>
        Assert.Equal("模型", Assert.Single(Parse("<?xml version='1.0' encoding='no-such-charset'?><rss version='2.0'><channel><item><title>模型</title></item></channel></rss>").Entries).Title);

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
