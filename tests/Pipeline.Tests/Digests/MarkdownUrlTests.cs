using CsCheck;
using Pipeline.Digests;
using Pipeline.Digests.Checking;

namespace Pipeline.Tests.Digests;

public class MarkdownUrlTests
{
    [Theory]
    [InlineData("https://lab.example/a/b?c=d&e=f#g", "https://lab.example/a/b?c=d&e=f#g")]
    [InlineData("http://lab.example:8080/", "http://lab.example:8080/")]
    [InlineData("https://lab.example/a(b)[c]*d*'e'{f}|g`h\"i<j>k\\l m", "https://lab.example/a%28b%29%5Bc%5D%2Ad%2A%27e%27%7Bf%7D%7Cg%60h%22i%3Cj%3Ek/l%20m")]
    [InlineData("https://lab.example/新闻?q=模型", "https://lab.example/%E6%96%B0%E9%97%BB?q=%E6%A8%A1%E5%9E%8B")]
    [InlineData("https://新闻.example/", "https://xn--efvy88h.example/")]
    [InlineData("https://lab.example/%7B%7Bx%7D%7D", "https://lab.example/%7B%7Bx%7D%7D")]
    [InlineData("https://lab.example/?a&copy;b", "https://lab.example/?a&copy%3Bb")]
    [InlineData("https://user:secret@lab.example/", "https://lab.example/")]
    public void A_web_address_is_encoded(string url, string destination)
    {
        Assert.True(MarkdownUrl.TryWrite(url, out var written));
        Assert.Equal(destination, written);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@b.example")]
    [InlineData("//lab.example/")]
    [InlineData("/path")]
    [InlineData("https://")]
    [InlineData("")]
    public void Nothing_else_is_linked(string url) => Assert.False(MarkdownUrl.TryWrite(url, out _));

    [Fact]
    public void Whatever_is_in_the_address_the_link_ends_where_it_should() => Gen.String.Sample(text =>
    {
        if (!MarkdownUrl.TryWrite($"https://lab.example/{text}", out var url))
            return;
        var page = PageReader.Read("p", $"| [x]({url}) after\n");
        Assert.Empty(page.Strays);
        Assert.Equal("| x after", page.Blocks.Single().Text);
        Assert.Equal(url, page.Links.Single().Url);
    }, iter: 3000);
}
