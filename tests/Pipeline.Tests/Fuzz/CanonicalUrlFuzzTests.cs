using System.Text;
using Pipeline.Model;

namespace Pipeline.Tests.Fuzz;

public class CanonicalUrlFuzzTests
{
    private static readonly Uri Base = new("https://base.example/news/feed.xml?page=2");

    private static readonly byte[][] Urls =
    [
        .. new[]
        {
            "https://lab.example/2026/02/06/a-model?id=3&utm_source=rss&b=#part", "HTTP://User:Word@Lab.Example:8080/%7Euser/../x;y=1?q=%e4%ba%ba&&=", "https://新闻.example/人工智能?q=模型#!/a",
            "//cdn.example/a", "../up/./down", "?page=3", "https://[2001:db8::1]:443/", "https://127.1/", "https://www.google.com/url?q=https%3A%2F%2Flab.example%2Fa%2520b&sa=D",
            "https://l.facebook.com/l.php?u=https://t.umblr.com/redirect?z=https%253A%252F%252Flab.example%252F&h=1", "mailto:desk@lab.example", "https://xn--fsqu00a.xn--0zwm56d/",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly string[] Tokens =
    [
        "%", "%2", "%2e", "%2F", "%25", "%00", "%E4%BA", "%FF", ".", "..", "/", "//", "\\", "?", "&", "=", "#", "#!", ":", "@", "[", "]", "[::1]", ";", "+", "~", "|", " ", "\t", "\n", "\0",
        "http:", "https://", "https://https://", "file:///", "javascript:", "utm_source=x", "fbclid=", "ref=rss", "q=https://", "u=", "url=http%3A%2F%2F", "www.google.com/url?", ":80", ":443", ":99999",
        "xn--", "xn--a-", "人", "İ", "ß", "\u200D", "\uFF0E", "\uFF0F", "\u3002", "\u00AD", "𠀀", "0x7f.1", "1.2.3.4.5", "localhost", "a.example.", "...",
    ];

    [Fact]
    public void Any_text_has_one_canonical_form_or_none() =>
        FuzzRun.Try(new Mutator(Urls, Tokens).Mutant, body => Fault(Encoding.UTF8.GetString(body)) ?? Fault(Halved(body)));

    /// <summary>With lone surrogates, which no encoding gives.</summary>
    private static string Halved(byte[] body) => Encoding.UTF8.GetString(body).Replace('\uFFFD', '\uD83D');

    private static string? Fault(string text) => FaultOf(CanonicalUrl.Of(text)) ?? FaultOf(CanonicalUrl.Of(text, Base));

    private static string? FaultOf(string? url)
    {
        if (url is null)
            return null;
        if (CanonicalUrl.Of(url) != url)
            return $"{url} becomes {CanonicalUrl.Of(url)}";
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", Host.Length: > 0 } ? null : $"no web address: {url}";
    }
}
