using System.Text;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Tests.Feeds;

/// <summary>Feeds that are made to hurt: each ends, in a trouble or in a result of bounded size. Where one does not, the run hangs or dies.</summary>
public class HostileFeedTests
{
    private const string Start = "<rss version='2.0'><channel><item><title>";

    private static Feed? Read(string text)
    {
        try
        {
            return FeedParser.Parse(Encoding.UTF8.GetBytes(text));
        }
        catch (TroubleException)
        {
            return null;
        }
    }

    private static string Times(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    [Fact]
    public void Entities_do_not_expand()
    {
        var levels = string.Concat(Enumerable.Range(1, 12).Select(level => $"<!ENTITY e{level} '{Times($"&e{level - 1};", 10)}'>"));
        var feed = Read($"<!DOCTYPE rss [<!ENTITY e0 'ha'>{levels}]>{Start}&e12;</title></item></channel></rss>");
        Assert.Equal("&e12;", Assert.Single(feed!.Entries).Title);
    }

    [Theory]
    [InlineData("<!ENTITY x SYSTEM 'file:///etc/hostname'>", "&x;")]
    [InlineData("<!ENTITY x SYSTEM 'http://127.0.0.1:9/'>", "&x;")]
    [InlineData("<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x.dtd'> %x;", "&x;")]
    public void Nothing_outside_is_read(string declaration, string title) =>
        Assert.Equal("&x;", Assert.Single(Read($"<!DOCTYPE rss [{declaration}]>{Start}{title}</title></item></channel></rss>")!.Entries).Title);

    [Theory]
    [InlineData("<a>", 500_000)]
    [InlineData("<![CDATA[", 200_000)]
    [InlineData("<![CDATA[]]", 200_000)]
    [InlineData("<!--", 1_000_000)]
    [InlineData("<!-- -", 300_000)]
    [InlineData("<?x", 300_000)]
    [InlineData("<!x", 300_000)]
    [InlineData("<a b=\"", 700_000)]
    [InlineData("<a b='", 100_001)]
    [InlineData("<a b=", 300_000)]
    [InlineData("<a ", 300_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("&", 1_000_000)]
    [InlineData("&#", 500_000)]
    [InlineData("&amp", 300_000)]
    [InlineData("</x>", 1_000_000)]
    [InlineData("</", 500_000)]
    [InlineData("<item>", 300_000)]
    [InlineData("<item", 300_000)]
    [InlineData("]]>", 300_000)]
    [InlineData("<a></b>", 200_000)]
    [InlineData("<x:y>", 200_000)]
    [InlineData("\0", 1_000_000)]
    [InlineData("\uFEFF", 300_000)]
    public void One_piece_over_and_over_ends(string piece, int times)
    {
        _ = Read(Start + Times(piece, times));
        _ = Read(Times(piece, times));
        Assert.True(Read(Start + "One</title></item></channel></rss>" + Times(piece, times)) is { Entries: [{ Title: "One" }] });
    }

    [Fact]
    public void Elements_a_hundred_thousand_deep_end() =>
        Assert.Single(Read(Start + Times("<a>", 100_000) + "x" + Times("</a>", 100_000) + "</title></item></channel></rss>")!.Entries);

    [Fact]
    public void Prefixes_in_great_number_are_refused()
    {
        var declared = string.Concat(Enumerable.Range(0, 20_000).Select(number => $" xmlns:p{number}='urn:{number}'"));
        var used = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"<p{number}:x/>"));
        Assert.Null(Read($"<rss version='2.0'{declared}><channel><item><title>T</title><description>{used}</description></item></channel></rss>"));
        Assert.Null(Read($"<rss version='2.0'><channel><item><title>T</title><description>{used}</description></item></channel></rss>"));
    }

    [Theory]
    [InlineData("'")]
    [InlineData("")]
    public void Ten_megabytes_of_attributes_end(string quote)
    {
        var attributes = string.Concat(Enumerable.Range(0, 700_000).Select(number => $" a{number}={quote}{number}{quote}"));
        Assert.Single(Read($"<rss version='2.0'><channel><item{attributes}><title>T</title></item></channel></rss>")!.Entries);
    }

    [Fact]
    public void A_title_of_ten_megabytes_is_cut() =>
        Assert.InRange(Assert.Single(Read(Start + new string('x', 10_000_000) + "</title></item></channel></rss>")!.Entries).Title!.Length, 1_000, 10_000);

    [Theory]
    [InlineData("<item/>")]
    [InlineData("<item></item>")]
    public void A_million_entries_of_nothing_are_refused(string item) =>
        Assert.Null(Read("<rss version='2.0'><channel>" + Times(item, 1_000_000) + "</channel></rss>"));

    [Fact]
    public void A_million_entries_inside_each_other_are_as_many_as_may_nest() =>
        Assert.InRange(Read("<rss version='2.0'><channel>" + Times("<item>", 1_000_000))!.Entries.Count, 1, XmlMarkup.Deepest);

    [Fact]
    public void A_million_items_of_JSON_are_refused() =>
        Assert.Null(Read("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{}" + Times(",{}", 999_999) + "]}"));

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("\"")]
    [InlineData("\\")]
    public void JSON_that_never_closes_ends(string piece) => Assert.Null(Read("{\"items\": [" + Times(piece, 500_000)));
}
