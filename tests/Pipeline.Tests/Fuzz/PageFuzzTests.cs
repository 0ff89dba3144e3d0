using Pipeline.Clipping;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fuzz;

/// <summary>Damaged pages: of the cases.</summary>
public class PageFuzzTests
{
    private static readonly string[] Tokens =
    [
        "<div>", "</div>", "<p>", "</p>", "<article>", "</article>", "<main>", "<section class='related'>", "<aside>", "<nav>", "<table>", "<tr><td>", "</table>", "<li>", "<ul>", "<pre>", "</pre>",
        "<h1>", "</h1>", "<h2>", "<title>", "</title>", "<script>", "</script>", "<style>", "<template>", "<noscript>", "<iframe>", "<svg>", "<math>", "<select><option>", "<frameset>", "<plaintext>",
        "<textarea>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE html>", "<base href='//[::1'>", "<meta charset='utf-16'>", "<meta charset=gb2312>", "<meta property='article:published_time' content='9999-99-99'>",
        "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"", "\"}</script>", "{\"@graph\":[", "[[[[[[", "]]]]", "\\ud800", "&#xD800;", "&#0;", "&nbsp;", "&", "<", ">", "\"", "'", "=",
        " itemprop=articleBody", " class='entry-content'", " hidden", " style='display:none'", "<a href='javascript:x'>", "<img src='data:,' width=9999999999999>", "<b><i><u>", "</b></i></u>",
        "2026年2月30日 25:61", "By Ada Quill", "作者：", "。", "！", "\u200B", "\u202E", "\uFFFF", "\0", "\r", "\n", "\t", " ",
    ];

    [Fact]
    public void A_damaged_page_is_clipped_or_refused_and_twice_the_same()
    {
        var pages = Directory.EnumerateFiles(Cases.Folder("clipping"), "page.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        FuzzRun.Try(new Mutator([.. pages.Select(File.ReadAllBytes)], Tokens).Mutant, Fault);
    }

    private static string? Fault(byte[] page)
    {
        var clip = Clipped(page);
        if (clip != Clipped(page))
            return "clipped twice, it is not the same";
        if (clip is null)
            return null;
        if (clip.Text.Contains('\uFFFD', StringComparison.Ordinal) && clip.Kind == PageKind.Document)
            return "text of a document";
        return Half(clip.Title) ?? Half(clip.Byline) ?? Half(clip.Text) ?? Address(clip.CanonicalUrl) ?? Address(clip.Image);
    }

    private static Clip? Clipped(byte[] page)
    {
        try
        {
            return Clipper.Clip(page, charset: null, new Uri("https://fuzz.example/a/b?c"));
        }
        catch (TroubleException)
        {
            return null;
        }
    }

    private static string? Half(string? text)
    {
        for (var at = 0; at < text?.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                at++;
            else if (char.IsSurrogate(text[at]))
                return $"half a surrogate pair: {text}";
        }

        return null;
    }

    private static string? Address(string? address) =>
        address is null || Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == "http" || url.Scheme == "https") ? null : $"no web address: {address}";
}
