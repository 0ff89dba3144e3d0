using Pipeline.Tests.Support;

namespace Pipeline.Tests;

public sealed class ShardTests
{
    [Fact]
    public void Sources_of_one_registrable_domain_are_in_one_shard()
    {
        string[] urls = ["https://quay.example/feed", "http://news.quay.example/atom.xml", "https://QUAY.example:8443/a?b", "https://a.b.quay.example./"];

        Assert.Single(urls.Select(url => Shard.Of(Some.Source(url: url))).Distinct());
    }

    [Theory]
    // Part of the contract between nodes of different versions: a change would have two of them collect one source.
    [InlineData("https://quay.example/feed.xml", 24)]
    [InlineData("https://lantern.example/feed.xml", 9)]
    [InlineData("https://127.0.0.1:8080/feed.xml", 7)]
    public void A_domains_shard_never_changes(string url, int shard) => Assert.Equal(shard, Shard.Of(Some.Source(url: url)));

    [Fact]
    public void A_thousand_domains_are_spread_over_all_shards()
    {
        var sizes = Enumerable.Range(0, 1000).GroupBy(at => Shard.Of(Some.Source(url: $"https://domain{at}.example/"))).Select(shard => shard.Count()).ToArray();

        Assert.Equal(Shard.Count, sizes.Length);
        Assert.InRange(sizes.Max(), 16, 40);
    }
}
