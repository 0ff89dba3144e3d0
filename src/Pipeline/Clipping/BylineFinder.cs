using System.Text.RegularExpressions;

namespace Pipeline.Clipping;

/// <summary>Who wrote the article: as declared, else as a byline near the title says.</summary>
internal static partial class BylineFinder
{
    private static readonly string[] MetaNames = ["author", "parsely-author", "sailthru.author", "dc.creator", "byl", "article:author", "citation_author"];

    private static readonly string[] Selectors = ["[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel=author]", ".byline", ".author-name", ".author"];

    /// <param name="title">Of the article: site software that fills every field repeats it as the author.</param>
    public static Found<string>? Find(Page page, string? title)
    {
        foreach (var (from, text) in Candidates(page))
            if (Clean(text) is { } byline && !(title is not null && TitleText.Same(byline, title)))
                return new Found<string>(byline, from);
        return null;
    }

    /// <summary>In the order in which they are believed.</summary>
    private static IEnumerable<(string From, string? Text)> Candidates(Page page)
    {
        yield return ("JSON-LD author", page.Data.Author);
        yield return ("meta", page.Meta.Get(MetaNames));
        foreach (var selector in Selectors)
            yield return ("marked up", page.Document.QuerySelector(selector)?.TextContent);
        foreach (var line in page.Outline.Lines.Where(line => line.Words < 60).Take(300))
            if (ChineseByline().Match(line.Text) is { Success: true } match)
                yield return ("visible text", match.Groups[1].Value);
        foreach (var line in page.Outline.Lines.Where(line => line.Words < 30).Take(300))
            if (EnglishByline().Match(line.Text) is { Success: true } match)
                yield return ("visible text", match.Groups[1].Value);
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

    /// <summary>A line that opens with it: By Ada Quill, 4 Feb 2026.</summary>
    [GeneratedRegex(@"\A(?:[Ww]ritten |[Pp]osted |[Ww]ords )?[Bb][Yy]:? (\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:and |de |van |von |der |da )*\p{Lu}[\p{L}\p{M}'’.-]*){1,6})(?=\z|\s?[,|·•–—(]|\s[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishByline();

    [GeneratedRegex(@"(?:作者|本报记者|记者|撰文|文)\s?[:：/／]\s?(\p{L}[\p{L}·、]{1,20})|本报记者\s?(?=(\p{L}{2,4}))", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseByline();
}
