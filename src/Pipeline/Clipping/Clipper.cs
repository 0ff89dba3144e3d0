using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>Clips the article out of a page: text, title, byline, dates. No script runs and nothing is fetched.</summary>
public static partial class Clipper
{
    /// <param name="page">The bytes as they came.</param>
    /// <param name="charset">What HTTP said of the charset, if anything.</param>
    /// <param name="url">Where the page was, after redirects; relative links are resolved against it.</param>
    /// <param name="selector">A CSS selector of the article's body: where it matches, only what it matches is read, in document order; else the body is found as usual.</param>
    /// <exception cref="TroubleException">The page is too large or too deep to be read, or the selector is none.</exception>
    public static Clip Clip(byte[] page, string? charset, Uri? url, string? selector = null) =>
        IsDocument(page) ? new Clip { Kind = PageKind.Document, Text = "" } : Clip(PageDecoder.Decode(page, charset), url, selector);

    /// <inheritdoc cref="Clip(byte[], string?, Uri?, string?)"/>
    public static Clip Clip(string html, Uri? url, string? selector = null) => Decide(html, url, selector).Clip;

    /// <summary>Clips a page and says how it came to what it clipped: each line's score, the candidates for the body, and where title, byline and date come from.</summary>
    /// <inheritdoc cref="Clip(byte[], string?, Uri?, string?)"/>
    public static ClipExplanation Explain(byte[] page, string? charset, Uri? url, string? selector = null) =>
        IsDocument(page) ? ClipExplanation.OfDocument(Clip(page, charset, url)) : ClipExplanation.Of(Decide(PageDecoder.Decode(page, charset), url, selector));

    private static Decision Decide(string html, Uri? url, string? selector) => Decide(Read(html, url), selector);

    internal static Decision Decide(Page page, string? selector)
    {
        var title = TitleFinder.Find(page, SiteOf(page));
        var selected = selector is null ? [] : SelectedBody.Clip(page, selector, title?.Value);
        var body = selected.Count > 0 ? Body.Selected(selected) : Body.Clip(page, title?.Value);
        var lines = selected.Count > 0 ? selected : PullQuotes.LeftOut(Credits.LeftOut(body.Lines));
        return Decide(page, title, body, lines);
    }

    private static Decision Decide(Page page, Found<string>? title, Body body, IReadOnlyList<Line> lines)
    {
        var (byline, published, text) = (BylineFinder.Find(page, title?.Value), DateFinder.Published(page), Text(lines));
        var clip = new Clip
        {
            Kind = PageKinds.Of(page, lines, title?.Value, found: body.Winner != Body.BySelector),
            Title = title?.Value,
            Byline = byline?.Value,
            Published = published?.Value,
            Updated = DateFinder.Updated(page)?.Value,
            Language = Languages.Of(page, text),
            Site = SiteOf(page),
            CanonicalUrl = Links.Canonical(page),
            Image = ImageFinder.Find(page, body),
            Text = text,
            Confidence = Math.Round(body.Confidence, 3),
        };
        return new Decision(clip, page, body, lines, title?.From, byline?.From, published?.From);
    }

    internal static Page Read(string html, Uri? url)
    {
        var document = PageParser.Parse(html);
        var outline = OutlineBuilder.Build(document.Body ?? document.DocumentElement);
        return new Page(document, url, new PageMeta(document), StructuredData.Read(document), outline);
    }

    internal static string? TitleOf(Page page) => TitleFinder.Find(page, SiteOf(page))?.Value;

    private static string? SiteOf(Page page) => page.Meta.Get("og:site_name", "application-name") ?? page.Data.Publisher;

    /// <summary>The plain text of a fragment that a feed carries, HTML or text already: paragraphs separated by a newline.</summary>
    /// <exception cref="TroubleException">The fragment is too large or too deep to be read.</exception>
    public static string TextOf(string fragment)
    {
        if (!Markup().IsMatch(fragment))
            return Text(fragment.Split('\n').Select(Wording.Plain).OfType<string>());
        if (SimpleMarkup.Read(fragment) is { } simple)
            return simple;
        var document = PageParser.Parse(fragment);
        return Text(OutlineBuilder.Build(document.Body ?? document.DocumentElement).Lines);
    }

    private static bool IsDocument(byte[] page) => page.AsSpan().StartsWith("%PDF-"u8) || page.AsSpan().StartsWith("PK\u0003\u0004"u8);

    private static string Text(IEnumerable<Line> lines) => Text(lines.Select(line => line.Text));

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);

    [GeneratedRegex("<(?:[a-z!]|/[a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
