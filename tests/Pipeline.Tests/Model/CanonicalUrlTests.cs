using CsCheck;
using Pipeline.Model;

namespace Pipeline.Tests.Model;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://Lab.Example:443", "https://lab.example/")]
    [InlineData("http://lab.example:80/a", "http://lab.example/a")]
    [InlineData("http://lab.example:8080/a", "http://lab.example:8080/a")]
    [InlineData("https://lab.example./a", "https://lab.example/a")]
    [InlineData("https://me:secret@lab.example/a", "https://lab.example/a")]
    [InlineData("  https://lab.example/a\n/b  ", "https://lab.example/a/b")]
    [InlineData("https://新闻.example/人工智能?q=模型", "https://xn--efvy88h.example/%E4%BA%BA%E5%B7%A5%E6%99%BA%E8%83%BD?q=%E6%A8%A1%E5%9E%8B")]
    [InlineData("https://lab.example/%7euser/%e4%ba%ba/%2f", "https://lab.example/~user/%E4%BA%BA/%2F")]
    [InlineData("https://lab.example/a/./b/../c", "https://lab.example/a/c")]
    [InlineData("https://lab.example/a/%2E%2e/c", "https://lab.example/c")]
    [InlineData("https://lab.example/a b|c", "https://lab.example/a%20b%7Cc")]
    [InlineData("https://lab.example/100%", "https://lab.example/100%25")]
    [InlineData("https://lab.example/a#part", "https://lab.example/a")]
    [InlineData("https://lab.example/a#!/story/1", "https://lab.example/a#!/story/1")]
    [InlineData("https://lab.example/a?", "https://lab.example/a")]
    [InlineData("https://lab.example/a?&?b", "https://lab.example/a??b")]
    [InlineData("https://11./", "https://0.0.0.11/")]
    [InlineData("https://1\u00AD2/", "https://0.0.0.12/")]
    [InlineData("https://１27.1/", "https://127.0.0.1/")]
    [InlineData("https://www.googl\u00ADe.com/url?q=https%3A%2F%2Flab.example%2Fa", "https://lab.example/a")]
    [InlineData("https://lab.example/A/", "https://lab.example/A/")]
    public void One_address_has_one_spelling(string url, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://lab.example/a?utm_source=feed&UTM_Medium=rss", "https://lab.example/a")]
    [InlineData("https://lab.example/a?id=2&fbclid=x&b=1&spm=a.b.c", "https://lab.example/a?id=2&b=1")]
    [InlineData("https://lab.example/a?gclid&mc_cid=1&z=&y", "https://lab.example/a?z=&y")]
    [InlineData("https://lab.example/a?utmost=1&glide=2&spmx=3", "https://lab.example/a?utmost=1&glide=2&spmx=3")]
    [InlineData("https://lab.example/a?u%74m_source=x&b=1", "https://lab.example/a?b=1")]
    [InlineData("https://lab.example/a?partner=rss&emc=rss&from=RSS&id=1", "https://lab.example/a?id=1")]
    [InlineData("https://lab.example/a?from=2026&source=paper&format=rss", "https://lab.example/a?from=2026&source=paper&format=rss")]
    public void What_only_counts_clicks_goes_and_the_rest_keeps_its_order(string url, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("https://www.google.com/url?rct=j&sa=t&url=https://lab.example/a%3Fid%3D1%26utm_source%3Dx&ct=ga", "https://lab.example/a?id=1")]
    [InlineData("https://www.google.co.uk/url?q=https%3A%2F%2Flab.example%2Fa&sa=D", "https://lab.example/a")]
    [InlineData("https://l.facebook.com/l.php?u=https%3A%2F%2Flab.example%2Fa%3Ffbclid%3Dx&h=AT0", "https://lab.example/a")]
    [InlineData("https://t.umblr.com/redirect?z=https%3A%2F%2Flab.example%2F100%2525&t=x", "https://lab.example/100%25")]
    [InlineData("https://link.zhihu.com/?target=https%3A//lab.example/a", "https://lab.example/a")]
    [InlineData("https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Flab.example%252Fa", "https://lab.example/a")]
    [InlineData("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)")]
    [InlineData("https://www.google.com/url?q=http%3A%2F%2F", "https://www.google.com/url?q=http%3A%2F%2F")]
    [InlineData("https://www.google.com/search?q=https://lab.example/a", "https://www.google.com/search?q=https://lab.example/a")]
    [InlineData("https://notfacebook.com/l.php?u=https://lab.example/a", "https://notfacebook.com/l.php?u=https://lab.example/a")]
    [InlineData("https://lab.example/share?url=https://other.example/a", "https://lab.example/share?url=https://other.example/a")]
    [InlineData("https://news.google.com/rss/articles/CBMiX2h0?oc=5", "https://news.google.com/rss/articles/CBMiX2h0?oc=5")]
    public void A_wrapper_gives_way_to_what_it_leads_to(string url, string canonical) => Assert.Equal(canonical, CanonicalUrl.Of(url));

    [Theory]
    [InlineData("/2026/a?x=1", "https://lab.example/2026/a?x=1")]
    [InlineData("a", "https://lab.example/news/a")]
    [InlineData("../a", "https://lab.example/a")]
    [InlineData("?p=3", "https://lab.example/news/feed.xml?p=3")]
    [InlineData("//press.example/a", "https://press.example/a")]
    [InlineData("http://press.example/a", "http://press.example/a")]
    [InlineData("mailto:desk@lab.example", null)]
    public void A_relative_address_is_resolved(string url, string? canonical) =>
        Assert.Equal(canonical, CanonicalUrl.Of(url, new Uri("https://lab.example/news/feed.xml")));

    [Theory]
    [InlineData(null)]
    [InlineData("https://br\u00A02/")]
    [InlineData("https://odd.例 子.example/3")]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("lab.example/a")]
    [InlineData("http://")]
    [InlineData("http:///a")]
    [InlineData("https://[::1/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://lab.example/a")]
    [InlineData("urn:uuid:1")]
    public void What_is_no_web_address_is_null(string? url) => Assert.Null(CanonicalUrl.Of(url));

    [Fact]
    public void An_endless_address_is_null() => Assert.Null(CanonicalUrl.Of("https://lab.example/" + new string('a', 9000)));

    /// <summary>What is told at a glance is what taking it apart would have told.</summary>
    [Fact]
    public void What_looks_plain_is_canonical()
    {
        var piece = Gen.OneOf(
            Gen.Char["abcx019.-/_~%:A?"].Select(character => character.ToString()),
            Gen.OneOf([.. new[] { "..", "/.", "./", "xn--", "www.", "/a/b", "0x7f", "127.0.0.1", "localhost", ".example", "index.html", ".com/" }.Select(Gen.Const)]));
        var plain = 0;
        piece.Array[1, 8].Sample(pieces =>
        {
            var url = "https://lab" + string.Concat(pieces);
            if (!PlainUrl.Is(url))
                return true;
            Interlocked.Increment(ref plain);
            // An empty fragment is not plain, and not part of the canonical form.
            return CanonicalUrl.Of(url + "#") == url;
        }, iter: 50_000);
        Assert.InRange(plain, 1000, 49_000);
    }

    [Fact]
    public void Twice_is_once_and_nothing_throws()
    {
        var piece = Gen.OneOf(
            Gen.String[0, 8],
            Gen.OneOf([.. new[] { "%2e", "%2F", "%", "..", ".", "/", "//", "\\", "?", "&", "#", "#!", ":", "@", "[::1]", "utm_source=1", "=", "%E4%BA", "人", "\uD800", "𠀀", "xn--", " ", "+", "80", ";" }.Select(Gen.Const)]));
        piece.Array[0, 8].Sample(pieces =>
        {
            var url = CanonicalUrl.Of("https://lab.example" + string.Concat(pieces), new Uri("https://base.example/a/b"));
            _ = CanonicalUrl.Of(string.Concat(pieces), new Uri("https://base.example/a/b"));
            return url is null || CanonicalUrl.Of(url) == url;
        }, iter: 20_000);
    }
}
