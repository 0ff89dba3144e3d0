using System.Text.RegularExpressions;

namespace Pipeline.Clipping;

/// <summary>Who wrote the article: as declared, else as a byline near the title says.</summary>
internal static partial class BylineFinder
{
    public static string? Find(Page page)
    {
        foreach (var candidate in Candidates(page))
            if (Clean(candidate) is { } byline)
                return byline;
        return null;
    }

    private static IEnumerable<string?> Candidates(Page page)
    {
        yield return page.Data.Author;
        yield return page.Meta.Get("author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author");
        foreach (var selector in new[] { "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel=author]", ".byline", ".author-name", ".author" })
            yield return page.Document.QuerySelector(selector)?.TextContent;
        foreach (var line in page.Outline.Lines.Where(line => line.Words < 60).Take(300))
            if (ChineseByline().Match(line.Text) is { Success: true } match)
                yield return match.Groups[1].Value;
    }

    private static string? Clean(string? text)
    {
        var byline = Wording.Plain(text);
        if (byline is null || byline.Length > 120 || byline.Contains("://", StringComparison.Ordinal))
            return null;
        byline = Wording.Fold(Lead().Replace(byline, "").TrimEnd(',', '，', '|', '·', '-', ' '));
        return byline is { Length: > 1 } && byline.Any(char.IsLetter) ? byline : null;
    }

    [GeneratedRegex(@"\A(?:written |posted |story |words )?(?:by|author)\b[:\s]*|\A作者[:：\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:作者|本报记者|记者|撰文|文)\s?[:：/／]\s?(\p{L}[\p{L}·、]{1,20})|本报记者\s?(?=(\p{L}{2,4}))", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseByline();
}
