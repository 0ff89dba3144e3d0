using Pipeline.Model;

namespace Pipeline.Tests.Model;

public class LinkKeyTests
{
    [Theory]
    [InlineData("https://www.lab.example/a?id=1&utm_source=rss", "lab.example/a?id=1")]
    [InlineData("http://lab.example/a?id=1", "lab.example/a?id=1")]
    [InlineData("http://lab.example:8080/a", "lab.example:8080/a")]
    [InlineData("https://WWW.lab.example", "lab.example/")]
    [InlineData("https://wwwlab.example/www.a", "wwwlab.example/www.a")]
    [InlineData("urn:uuid:1", null)]
    [InlineData(null, null)]
    public void A_link_is_one_by_either_scheme_and_name(string? url, string? key) => Assert.Equal(key, LinkKey.Of(url));

    [Theory]
    [InlineData("https://lab.example", true)]
    [InlineData("https://lab.example/?utm_source=rss#top", true)]
    [InlineData("https://lab.example/?p=1", false)]
    [InlineData("https://lab.example/#!/a", false)]
    [InlineData("https://lab.example/a/", false)]
    public void A_front_page_has_neither_path_nor_query(string url, bool isFrontPage) =>
        Assert.Equal(isFrontPage, LinkKey.IsFrontPage(LinkKey.Of(url)!));
}
