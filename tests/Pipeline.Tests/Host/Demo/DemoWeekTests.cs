using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Host.Demo;
using Pipeline.Linguistics;
using Pipeline.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Tests.Host.Demo;

public sealed partial class DemoWeekTests
{
    private static readonly DemoWeek _week = DemoWeek.Load();

    [Fact]
    public void Ninety_items_or_so_lie_in_the_window()
    {
        var inside = Items().Count(item => Some.Week.Window.Contains(item.Published));

        Assert.InRange(inside, 84, 95);
        Assert.Equal(2, Items().Count - inside);
    }

    [Fact]
    public void English_and_Chinese_have_each_more_than_a_third_of_the_week()
    {
        var chinese = Items().Count(item => Script.LanguageOf(item.Title + item.Paragraphs[0]) == "zh");

        Assert.InRange(chinese / (double)Items().Count, 0.35, 0.65);
    }

    [Fact]
    public void Every_text_is_in_its_publishers_language()
    {
        foreach (var (publisher, items) in _week.Publishers)
            Assert.All(items, item => Assert.Equal(publisher.Language[..2], Script.LanguageOf(string.Concat(item.Paragraphs))));
    }

    [Fact]
    public void Every_source_of_the_configuration_is_a_feed_that_is_served_or_a_site_that_is_down()
    {
        var urls = SourceUrls();

        Assert.Equal(_week.Publishers.Count, urls.Distinct().Count());
        Assert.True(urls.Count >= 10);
        Assert.Equal(503, Assert.Single(urls.Select(url => _week.At(DemoAddress.Of(url)).Status), status => status != 200));
    }

    [Fact]
    public void Every_publisher_is_under_example()
    {
        Assert.All(_week.Hosts, host => Assert.EndsWith(".example", host, StringComparison.Ordinal));
        Assert.All(_week.Responses.Keys, address => Assert.Contains(address.Host, _week.Hosts));
    }

    [Fact]
    public void No_address_in_anything_served_is_a_real_one()
    {
        // The names of vocabularies are no addresses, though they look like it.
        string[] vocabularies = ["purl.org", "www.w3.org", "schema.org", "jsonfeed.org"];
        var hosts = _week.Responses.Values.SelectMany(response => Address().Matches(Text(response)).Select(match => match.Groups[1].Value));

        Assert.All(hosts.Distinct().Except(vocabularies), host => Assert.EndsWith(".example", host, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_holds_its_items_title_and_every_paragraph()
    {
        foreach (var item in Items().Where(item => item.Page == DemoPage.Article))
        {
            var page = System.Net.WebUtility.HtmlDecode(Text(_week.At(DemoAddress.Of(new Uri(item.Url)))));
            Assert.Contains(item.Title, page, StringComparison.Ordinal);
            Assert.All(item.Paragraphs, paragraph => Assert.Contains(paragraph, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_article_says_enough_to_be_quoted()
    {
        foreach (var item in Items().Where(item => item.Page == DemoPage.Article && item.Published > Some.Week.Window.Start && item.Dated))
            Assert.True(SentenceEnd().Count(string.Join('\n', item.Paragraphs)) >= 4 || item.Published > Some.Week.Window.End, item.Title);
    }

    [Fact]
    public void Two_loads_give_the_same_bytes()
    {
        var again = DemoWeek.Load();

        Assert.Equal(_week.Responses.Count, again.Responses.Count);
        Assert.All(_week.Responses, pair => Assert.True(pair.Value.Body.Span.SequenceEqual(again.At(pair.Key).Body.Span), pair.Key.ToString()));
    }

    private static List<DemoItem> Items() => [.. _week.Publishers.SelectMany(publisher => publisher.Items)];

    private static string Text(DemoResponse response)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(response.Body.Span);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("gbk").GetString(response.Body.Span);
        }
    }

    private static List<Uri> SourceUrls()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(_week.Sources));
        var sources = (YamlSequenceNode)yaml.Documents[0].RootNode["sources"];
        return [.. sources.Select(source => new Uri(((YamlScalarNode)source["url"]).Value!))];
    }

    [GeneratedRegex("https?://([^/\"'<>?\\s]+)")]
    private static partial Regex Address();

    [GeneratedRegex(@"[.!?][”\s]|[.!?]$|[。！？]", RegexOptions.Multiline)]
    private static partial Regex SentenceEnd();
}
