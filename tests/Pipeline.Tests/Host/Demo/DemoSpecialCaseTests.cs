using System.Text;
using Pipeline.Host.Demo;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Demo;

/// <summary>The cases that Demo/Week/README.md lists.</summary>
public sealed class DemoSpecialCaseTests
{
    private static readonly DemoWeek _week = DemoWeek.Load();

    [Fact]
    public void A_wire_copy_differs_in_its_credit_line_alone()
    {
        var original = Item("cableline", "/story/20260205-0031");
        var copy = Item("ledgermoor", "/2026/02/05/verdhall-port-saverin");

        Assert.Equal(original.Title, copy.Title);
        Assert.Equal(original.Paragraphs.SkipLast(1), copy.Paragraphs.SkipLast(1));
        Assert.NotEqual(original.Paragraphs[^1], copy.Paragraphs[^1]);
    }

    [Fact]
    public void An_updated_entry_says_so_in_its_feed_and_on_its_page()
    {
        var item = Item("lanternquay", "/security/switchwren-exposure");

        Assert.True(item.Updated > item.Published);
        Assert.Contains("<updated>2026-02-04T18:45:00Z</updated>", Text("lanternquay", "/atom.xml"), StringComparison.Ordinal);
        Assert.Contains("Updated <time", Page("lanternquay", item), StringComparison.Ordinal);
        Assert.DoesNotContain("Updated <time", Page("lanternquay", Item("lanternquay", "/models/solenne-4-6-review")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paywalled_page_says_less_than_its_feed()
    {
        var item = Item("ledgermoor", "/2026/02/05/tallymere-series-c");
        var page = Page("ledgermoor", item);

        Assert.Contains("Subscribe to continue reading", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Orchard Sound Partners", page, StringComparison.Ordinal);
        Assert.Contains("Orchard Sound Partners", Text("ledgermoor", "/rss/latest"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cableline", "/story/20260205-0044", 404, "Some 1,400 data labellers who check the answers")]
    [InlineData("lanternquay", "/notes/benchmarks-we-no-longer-quote", 410, "failure rates that companies report")]
    public void A_page_that_is_gone_leaves_the_entrys_own_words(string publisher, string path, int status, string words)
    {
        Assert.Equal(status, _week.At(new DemoAddress($"{publisher}.example", path)).Status);
        Assert.Contains(words, Text(publisher, Publisher(publisher).FeedPath), StringComparison.Ordinal);
    }

    [Fact]
    public void One_item_is_from_before_the_window_and_one_from_the_future()
    {
        Assert.True(Item("lumevale", "/news/solenne-voice-preview").Published < Some.Week.Window.Start);
        Assert.True(Item("preprintpost", "/articles/protein-challenge").Published > Some.Week.Window.End);
    }

    [Fact]
    public void An_undated_item_is_dated_on_its_page()
    {
        var item = Item("lanternquay", "/models/minnow-1-2");
        var feed = Text("lanternquay", "/atom.xml");
        var entry = feed[feed.IndexOf(item.Path, StringComparison.Ordinal)..];

        Assert.False(item.Dated);
        Assert.DoesNotContain("<updated>", entry[..entry.IndexOf("</entry>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("datetime=\"2026-02-03T07:45:00Z\"", Page("lanternquay", item), StringComparison.Ordinal);
    }

    [Fact]
    public void One_feed_is_GBK_and_does_not_say_so()
    {
        var feed = _week.At(new DemoAddress("suangu.example", "/rss.xml"));

        Assert.Equal("text/xml", feed.ContentType);
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(feed.Body.Span));
        Assert.StartsWith("<rss", Text("suangu", "/rss.xml"), StringComparison.Ordinal);
        Assert.Contains("朔桐 ST900 发布", Text("suangu", "/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void GBK_pages_call_themselves_gb2312()
    {
        var page = _week.At(new DemoAddress("suangu.example", "/a/202602/st900.htm"));

        Assert.Equal("text/html", page.ContentType);
        Assert.Contains("charset=gb2312", Encoding.Latin1.GetString(page.Body.Span), StringComparison.Ordinal);
        Assert.Contains("穆算子", Text("suangu", "/a/202602/verdhall.htm"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_relative_in_one_feed_and_tracked_in_two()
    {
        Assert.Contains("<link>../briefs/", Text("bylawbulletin", "/feeds/all.xml"), StringComparison.Ordinal);
        Assert.Contains("?utm_source=rss&amp;utm_medium=feed", Text("ledgermoor", "/rss/latest"), StringComparison.Ordinal);
        Assert.Contains("?from=rss&amp;utm_source=feed", Text("chaoxin", "/rss.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_title_stays_text_wherever_it_is_served()
    {
        var item = Item("chaoxin", "/p/20260201-injection-line.html");

        Assert.Contains("{{ 7*7 }} <script>", item.Title, StringComparison.Ordinal);
        Assert.All(
            _week.Responses.Keys.Where(address => address.Host == "chaoxin.example"),
            address => Assert.DoesNotContain("<script", Text("chaoxin", address.Path), StringComparison.Ordinal));
        Assert.Contains("{{ 7*7 }} &lt;script&gt;", Page("chaoxin", item), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_is_down_is_down_everywhere()
    {
        Assert.Equal(503, _week.At(new DemoAddress("girdergazette.example", "/feed.xml")).Status);
        Assert.Equal(503, _week.At(new DemoAddress("girdergazette.example", "/")).Status);
    }

    private static DemoPublisher Publisher(string name) =>
        _week.Publishers.Single(publisher => publisher.Publisher.Host == $"{name}.example").Publisher;

    private static DemoItem Item(string name, string path) =>
        _week.Publishers.Single(publisher => publisher.Publisher.Host == $"{name}.example").Items.Single(item => item.Path == path);

    private static string Page(string name, DemoItem item) => Text(name, item.Path);

    private static string Text(string name, string path) =>
        Encoding.GetEncoding(Publisher(name).Encoding).GetString(_week.At(new DemoAddress($"{name}.example", path)).Body.Span);
}
