using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>When the article was published, as the page itself says: declared, marked up, or visible near the title.</summary>
internal static partial class DateFinder
{
    private const string Marked = "time[itemprop=datePublished],[itemprop=datePublished],time[pubdate],time.published,time.entry-date,abbr.published,.published time,.post-date,.entry-date,.publish-date,.pubtime,.pub_date,#pubtime,#pubtime_baidu";

    public static PageDate? Published(Page page) =>
        FirstOf(
            page.Meta.Get("article:published_time", "og:published_time", "og:article:published_time"),
            page.Data.Published,
            page.Meta.Get("datePublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "article.published", "date", "weibo:article:create_at"))
        ?? FirstOf([.. page.Document.QuerySelectorAll(Marked).Take(5).Select(Stated)])
        ?? Visible(page)
        ?? FirstOf([.. page.Document.QuerySelectorAll("article time,main time,time").Take(1).Select(Stated)])
        ?? InUrl(page.Url);

    public static PageDate? Updated(Page page) =>
        FirstOf(page.Meta.Get("article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "dcterms.modified"), page.Data.Modified,
            page.Document.QuerySelector("[itemprop=dateModified],time.updated") is { } marked ? Stated(marked) : null);

    /// <summary>A line that is hardly more than a date.</summary>
    public static bool IsDateLine(string text) => text.Length < 80 && DateText.Read(text) is not null && !text.AsSpan().ContainsAny("。；！？");

    private static PageDate? FirstOf(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (DateText.Read(text) is { } date)
                return date;
        return null;
    }

    private static string? Stated(AngleSharp.Dom.IElement element) =>
        element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? element.TextContent;

    /// <summary>The first short line with a date, from the top heading on.</summary>
    private static PageDate? Visible(Page page)
    {
        var lines = page.Outline.Lines;
        var heading = 0;
        while (heading < lines.Count && lines[heading].Tag != "h1")
            heading++;
        return FirstOf([.. lines.Skip(heading == lines.Count ? 0 : heading).Where(line => line.Text.Length < 120).Take(40).Select(line => line.Text)]);
    }

    private static PageDate? InUrl(Uri? url) =>
        url is not null && Path().Match(url.AbsolutePath) is { Success: true } match ? DateText.Read($"{match.Groups[1]}-{match.Groups[2]}-{match.Groups[3]}") : null;

    [GeneratedRegex(@"/((?:19|20)[0-9]{2})[-/]?([0-9]{2})[-/]?([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
