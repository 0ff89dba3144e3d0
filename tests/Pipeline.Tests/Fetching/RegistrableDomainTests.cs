using Pipeline.Fetching;

namespace Pipeline.Tests.Fetching;

public sealed class RegistrableDomainTests
{
    [Theory]
    [InlineData("https://news.example/", "news.example")]
    [InlineData("https://FEEDS.News.example./rss", "news.example")]
    [InlineData("https://a.b.c.news.co.uk/", "news.co.uk")]
    [InlineData("https://www.xinwen.com.cn/", "xinwen.com.cn")]
    [InlineData("https://co.uk/", "co.uk")]
    [InlineData("https://www.lab.de/", "lab.de")]
    [InlineData("http://127.0.3.4:8080/", "127.0.3.4")]
    [InlineData("http://[::1]/", "[::1]")]
    [InlineData("http://localhost/", "localhost")]
    public void A_hosts_domain_is_what_was_registered(string url, string domain) => Assert.Equal(domain, RegistrableDomain.Of(new Uri(url)));
}
