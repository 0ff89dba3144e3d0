using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>What a page turned out to be. Only a page with little text is taken for something else than an article.</summary>
internal static partial class PageKinds
{
    /// <summary>Above this many words, nothing but a listing is doubted.</summary>
    private const int Stub = 150;

    /// <summary>Fewer words under one roof than this are a teaser.</summary>
    private const int Passage = 45;
    private const int FewestLinks = 10;

    /// <param name="found">Whether the body was found here; where an editor said where it stands, the page is no listing.</param>
    public static PageKind Of(Page page, IReadOnlyList<Line> body, string? title, bool found = true)
    {
        var words = body.Sum(line => line.Words);
        if (words < Stub && Notice(page, words, title) is { } notice)
            return notice;
        if (words < 5)
            return PageKind.Empty;
        return found && IsListing(page, body) ? PageKind.Listing : PageKind.Article;
    }

    private static PageKind? Notice(Page page, int words, string? title)
    {
        var text = title + "\n" + string.Join('\n', page.Outline.Lines.Take(60).Select(line => line.Text.Length > 300 ? line.Text[..300] : line.Text));
        if (CaptchaWords().IsMatch(text))
            return PageKind.Captcha;
        if (MissingWords().IsMatch((title ?? "") + "\n" + page.Document.Title))
            return PageKind.Missing;
        if (page.Data.Paid || PaywallWords().IsMatch(text))
            return PageKind.Paywall;
        if (page.Document.QuerySelector("input[type=password]") is not null && words < Passage)
            return PageKind.Login;
        var video = page.Data.IsVideo || page.Meta.Get("og:type")?.StartsWith("video", StringComparison.OrdinalIgnoreCase) == true;
        return video ? PageKind.Video : null;
    }

    /// <summary>Many linked headings, and between them only teasers: short, each in a box of its own.</summary>
    private static bool IsListing(Page page, IReadOnlyList<Line> body)
    {
        if (page.Data.IsArticle || page.Meta.Get("og:type") == "article")
            return false;
        var links = page.Outline.Lines.Count(line => line.LinkShare > 0.8 && line.Words >= 4);
        var passages = body.Where(line => line.IsProse).GroupBy(line => page.Outline.Parts[line.Block].Parent).Select(box => box.Sum(line => line.Words));
        return links >= FewestLinks && passages.DefaultIfEmpty().Max() < Passage;
    }

    [GeneratedRegex(@"verify (?:that )?you are (?:a )?human|are you a robot|unusual traffic|complete the captcha|checking your browser|enable javascript and cookies to continue|just a moment\.\.\.|安全验证|请完成验证|人机验证|滑动验证", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CaptchaWords();

    [GeneratedRegex(@"\b404\b|page not found|(?:page|article|story) (?:can(?:'|’)?t|could not|cannot) be found|no longer (?:available|exists)|页面不存在|页面没有找到|您访问的页面|无法找到|已被删除|找不到", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MissingWords();

    [GeneratedRegex(@"subscribe (?:now )?to (?:continue|keep|read)|subscribers only|for subscribers|already a subscriber|to continue reading|unlock this article|订阅后(?:继续|可)|会员专享|付费(?:阅读|内容)|开通会员|剩余.{0,10}内容", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaywallWords();
}
