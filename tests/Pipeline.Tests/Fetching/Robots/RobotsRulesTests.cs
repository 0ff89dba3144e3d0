using Pipeline.Fetching.Robots;

namespace Pipeline.Tests.Fetching.Robots;

/// <summary>RFC 9309, and what is found in the wild beside it.</summary>
public sealed class RobotsRulesTests
{
    private static bool Allows(string robots, string path) => RobotsRules.Parse(robots, "Pipeline").Allows(new Uri("https://news.example" + path));

    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/ab/c", false)]
    [InlineData("User-agent: *\nDisallow: /a", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /a/", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/news", "/a/news/1", true)]
    [InlineData("User-agent: *\nAllow: /a/news\nDisallow: /a", "/a/other", false)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /page", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf", "/a/b.pdf?x=1", false)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a*a$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/1", false)]
    [InlineData("User-agent: *\nDisallow: /新闻", "/%E6%96%B0%E9%97%BB/1", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a/b", true)]
    public void The_most_specific_rule_counts(string robots, string path, bool allowed) => Assert.Equal(allowed, Allows(robots, path));

    [Theory]
    [InlineData("User-agent: Pipeline\nDisallow: /a\n\nUser-agent: *\nDisallow: /", "/b", true)]
    [InlineData("User-agent: pipeline/2.0\nDisallow: /a\n\nUser-agent: *\nAllow: /", "/a", false)]
    [InlineData("User-agent: Pipeline\nDisallow: /a\n\nUser-agent: Other\nDisallow: /\n\nUser-agent: PIPELINE\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: Other\nUser-agent: Pipeline\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Other\nDisallow:\nUser-agent: Pipeline\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Pipeline\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: PipelineExtra\nDisallow: /\n", "/a", true)]
    [InlineData("User-agent: Other\nDisallow: /\n", "/a", true)]
    public void The_own_group_counts_and_else_the_one_for_all(string robots, string path, bool allowed) => Assert.Equal(allowed, Allows(robots, path));

    [Theory]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n")]
    [InlineData("user-AGENT :*\rDISALLOW:/a # why\r")]
    [InlineData("Sitemap: https://news.example/s.xml\nUser-agent: *\nCrawl-delay: 5\nDisallow: /a")]
    [InlineData("Disallow: /b\nno colon\n<html>: x\nUser-agent: *\n\n\nDisallow: /a")]
    public void Odd_files_are_read_all_the_same(string robots)
    {
        Assert.False(Allows(robots, "/a"));
        Assert.True(Allows(robots, "/b"));
    }

    [Fact]
    public void What_is_remembered_says_the_same()
    {
        var rules = RobotsRules.Parse("User-agent: Pipeline\nDisallow: /a*b$\nAllow: /新\n\nUser-agent: *\nDisallow: /", "Pipeline");

        var again = RobotsRules.Parse(rules.ToString(), "Pipeline");

        Assert.Equal(rules.ToString(), again.ToString());
        Assert.False(again.Allows(new Uri("https://news.example/axb")));
        Assert.True(again.Allows(new Uri("https://news.example/c")));
    }

    [Fact]
    public void Hostile_patterns_cost_no_more_than_their_length()
    {
        var stars = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 900)) + "$\n";
        Assert.True(Allows(string.Concat(Enumerable.Repeat(stars, 50)) + "Disallow: /" + new string('x', 5000), "/" + new string('a', 4000) + "b"));
    }
}
