namespace Pipeline.Tests.Host.Demo;

public sealed class DemoTransportTests
{
    [Theory]
    [InlineData("https://news.invalid/feed.xml")]
    [InlineData("http://127.0.0.1:9/feed.xml")]
    [InlineData("https://nobody.example/feed.xml")]
    [InlineData("https://lumevale.example.invalid/feed.xml")]
    public async Task Every_other_host_is_refused_before_anything_is_sent(string url)
    {
        await using var play = await DemoPlay.StartAsync();
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => play.Client.GetAsync(new Uri(url)));

        Assert.Equal(HttpRequestError.NameResolutionError, refusal.HttpRequestError);
    }

    [Fact]
    public async Task A_synchronous_call_is_no_way_round_it()
    {
        await using var play = await DemoPlay.StartAsync();
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "https://news.invalid/feed.xml");
        using var own = new HttpRequestMessage(HttpMethod.Get, "https://lumevale.example/feed.xml");
        using var response = play.Client.Send(own);

        Assert.Throws<HttpRequestException>(() => play.Client.Send(foreign));
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_caller_sees_its_own_address_and_never_the_port()
    {
        await using var play = await DemoPlay.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://shuheng.example/article/1187?utm_source=feed");
        using var response = await play.Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();

        Assert.Same(request, response.RequestMessage);
        Assert.Equal("https://shuheng.example/article/1187?utm_source=feed", request.RequestUri!.AbsoluteUri);
        Assert.Null(request.Headers.Host);
        Assert.DoesNotContain("127.0.0.1", response.ToString() + body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_answer_the_same()
    {
        await using var play = await DemoPlay.StartAsync();
        await using var other = await DemoPlay.StartAsync();
        var url = new Uri("https://suangu.example/rss.xml");

        Assert.NotEqual(play.Port, other.Port);
        Assert.Equal(await play.Client.GetByteArrayAsync(url), await other.Client.GetByteArrayAsync(url));
    }
}
