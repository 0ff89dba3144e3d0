using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>When the article was published, as the page itself says: declared, marked up, or visible near the title.</summary>
internal static partial class DateFinder
{
    private const string Marked = "time[itemprop=datePublished],[itemprop=datePublished],time[pubdate],time.published,time.entry-date,abbr.published,.published time,.post-date,.entry-date,.publish-date,.pubtime,.pub_date,#pubtime,#pubtime_baidu";

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:published_time", "og:article:published_time",
    ];

    private static readonly string[] OtherNames =
    [
        "datePublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date",
        "article.published", "citation_publication_date", "citation_online_date", "citation_date", "date", "weibo:article:create_at",
    ];

    private static readonly string[] UpdatedNames = ["article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "dcterms.modified"];

    public static Found<PageDate>? Published(Page page) => FirstOf(PublishedCandidates(page));

    public static Found<PageDate>? Updated(Page page) => FirstOf(
        ("meta", page.Meta.Get(UpdatedNames)),
        ("JSON-LD dateModified", page.Data.Modified),
        ("marked up", page.Document.QuerySelector("[itemprop=dateModified],time.updated") is { } marked ? Stated(marked) : null));

    /// <summary>In the order in which they are believed.</summary>
    private static IEnumerable<(string From, string? Text)> PublishedCandidates(Page page)
    {
        yield return ("meta", page.Meta.Get(PublishedNames));
        yield return ("JSON-LD datePublished", page.Data.Published);
        yield return ("meta", page.Meta.Get(OtherNames));
        foreach (var element in page.Document.QuerySelectorAll(Marked).Take(5))
            yield return ("marked up", Stated(element));
        foreach (var text in Visible(page))
            yield return ("visible text", text);
        foreach (var element in page.Document.QuerySelectorAll("article time,main time,time").Take(1))
            yield return ("time element", Stated(element));
        yield return ("the page's address", InUrl(page.Url));
    }

    /// <summary>A line that is hardly more than a date.</summary>
    public static bool IsDateLine(string text) => text.Length < 80 && DateText.Read(text) is not null && !text.AsSpan().ContainsAny("。；！？");

    private static Found<PageDate>? FirstOf(params IEnumerable<(string From, string? Text)> candidates)
    {
        foreach (var (from, text) in candidates)
            if (DateText.Read(text) is { } date)
                return new Found<PageDate>(date, from);
        return null;
    }

    private static string? Stated(AngleSharp.Dom.IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? element.TextContent;

    /// <summary>The short lines from the top heading on.</summary>
    private static IEnumerable<string> Visible(Page page)
    {
        var lines = page.Outline.Lines;
        var heading = 0;
        while (heading < lines.Count && lines[heading].Tag != "h1")
            heading++;
        return lines.Skip(heading == lines.Count ? 0 : heading).Where(line => line.Text.Length < 120).Take(40).Select(line => line.Text);
    }

    private static string? InUrl(Uri? url) =>
        url is not null && Path().Match(url.AbsolutePath) is { Success: true } match ? $"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}" : null;

    [GeneratedRegex(@"/((?:19|20)[0-9]{2})[-/]?([0-9]{2})[-/]?([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
