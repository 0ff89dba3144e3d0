using System.Net;
using System.Net.Http.Headers;

namespace Pipeline.Tests.Host.Demo;

public sealed class DemoServerTests
{
    [Fact]
    public async Task Every_feed_and_page_is_served_as_it_was_made()
    {
        await using var play = await DemoPlay.StartAsync();
        foreach (var (address, made) in play.Week.Responses)
        {
            using var response = await play.Client.GetAsync(new Uri($"https://{address.Host}{address.Path}"));
            Assert.Equal(made.Status, (int)response.StatusCode);
            Assert.Equal(made.ContentType, response.Content.Headers.ContentType!.ToString());
            Assert.Equal(made.Body.ToArray(), await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_query_does_not_matter()
    {
        await using var play = await DemoPlay.StartAsync();
        using var response = await play.Client.GetAsync(new Uri("https://chaoxin.example/p/20260202-st900.html?from=rss&utm_source=feed"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_has_not_changed_is_answered_with_304()
    {
        await using var play = await DemoPlay.StartAsync();
        var feed = new Uri("https://lumevale.example/feed.xml");
        using var first = await play.Client.GetAsync(feed);
        using var request = new HttpRequestMessage(HttpMethod.Get, feed);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await play.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Another_tag_gets_the_whole_answer()
    {
        await using var play = await DemoPlay.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("https://lumevale.example/feed.xml"));
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        using var response = await play.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://girdergazette.example/feed.xml", HttpStatusCode.ServiceUnavailable)]
    [InlineData("https://cableline.example/robots.txt", HttpStatusCode.NotFound)]
    [InlineData("https://cableline.example/story/20260205-0044", HttpStatusCode.NotFound)]
    [InlineData("https://lanternquay.example/notes/benchmarks-we-no-longer-quote", HttpStatusCode.Gone)]
    public async Task What_is_down_or_gone_says_so_and_has_no_tag(string url, HttpStatusCode status)
    {
        await using var play = await DemoPlay.StartAsync();
        using var response = await play.Client.GetAsync(new Uri(url));

        Assert.Equal(status, response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }
}
