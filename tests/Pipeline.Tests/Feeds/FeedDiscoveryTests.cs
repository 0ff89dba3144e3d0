using System.Text;
using Pipeline.Feeds;

namespace Pipeline.Tests.Feeds;

public class FeedDiscoveryTests
{
    private static readonly Uri Page = new("https://news.example/blog/index.html?x=1");

    [Theory]
    [InlineData("<link rel=alternate type=application/rss+xml href=/feed>", "https://news.example/feed")]
    [InlineData("<LINK REL='Alternate home' TYPE='application/ATOM+xml; charset=utf-8' HREF=' atom.xml#top '>", "https://news.example/blog/atom.xml")]
    [InlineData("<link rel=alternate type=application/feed+json href='//cdn.example/feed.json?a=1&amp;b=2'>", "https://cdn.example/feed.json?a=1&b=2")]
    [InlineData("<base href='https://other.example/a/'><link rel=alternate type=text/xml href=f>", "https://other.example/a/f")]
    [InlineData("<link rel=alternate type=text/xml href=f><base href='/a/'><base href='/b/'>", "https://news.example/a/f")]
    [InlineData("<base target=_blank><base href='/a/'><link rel=alternate type=text/xml href=f>", "https://news.example/a/f")]
    public void A_feed_is_found_and_its_address_made_absolute(string head, string url) =>
        Assert.Equal(url, Assert.Single(Find(head)).Url.AbsoluteUri);

    [Theory]
    [InlineData("<link rel=stylesheet type=text/css href=/feed>")]
    [InlineData("<link rel=alternate hreflang=zh href=/zh>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=''>")]
    [InlineData("<link rel=alternate type=application/json href=/wp-json/wp/v2/pages/2>")]
    [InlineData("<link rel=alternate type=application/json+oembed href=/oembed>")]
    [InlineData("<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>")]
    [InlineData("<link rel=alternate type=application/rss+xml href='https://user:secret@news.example/'>")]
    [InlineData("<link rel=alternate type=application/rss+xml href='http://['>")]
    [InlineData("<!-- <link rel=alternate type=application/rss+xml href=/feed> -->")]
    [InlineData("<script>'<link rel=alternate type=application/rss+xml href=/feed>'</script>")]
    [InlineData("")]
    public void What_is_no_feed_is_not_found(string head) => Assert.Empty(Find(head));

    [Fact]
    public void Several_come_in_the_pages_order_each_once()
    {
        var links = Find("""
            <link rel=alternate type=application/rss+xml title=" 文章 &amp; more" href=/feed>
            <link rel=alternate type=application/atom+xml href=/atom>
            <link rel=alternate type=application/atom+xml href=https://news.example/feed>
            """);

        Assert.Equal([new FeedLink(new Uri("https://news.example/feed"), "文章 & more"), new FeedLink(new Uri("https://news.example/atom"), null)], links);
    }

    [Fact]
    public void A_title_is_decoded_as_the_page_declares()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding("gb18030").GetBytes("<meta charset=gb2312><link rel=alternate type=application/rss+xml title=量子位前沿观察 href=/feed>");

        Assert.Equal("量子位前沿观察", Assert.Single(FeedDiscovery.Find(page, null, Page)).Title);
    }

    [Fact]
    public void A_hostile_page_is_read_in_time()
    {
        Assert.Equal(50, Find(string.Concat(Enumerable.Range(0, 20_000).Select(at => $"<div><link rel=alternate type=text/xml href=/{at}>"))).Count);
        Assert.Empty(Find(string.Concat(Enumerable.Repeat("<div><b a='<!--", 200_000))));
    }

    [Fact]
    public void The_usual_places_are_at_the_sites_root() =>
        Assert.Equal("https://news.example/feed https://news.example/rss.xml https://news.example/atom.xml https://news.example/feed.xml https://news.example/index.xml https://news.example/feed.json",
            string.Join(' ', FeedDiscovery.UsualPlaces(Page)));

    private static IReadOnlyList<FeedLink> Find(string head) => FeedDiscovery.Find(Encoding.UTF8.GetBytes($"<!doctype html><html><head>{head}"), "utf-8", Page);
}
