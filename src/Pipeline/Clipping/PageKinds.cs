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
        if (found && IsListing(page, body))
            return PageKind.Listing;
        return words < 5 ? PageKind.Empty : PageKind.Article;
    }

    private static PageKind? Notice(Page page, int words, string? title)
    {
        var text = title + "\n" + string.Join('\n', page.Outline.Lines.Take(60).Select(line => line.Text.Length > 300 ? line.Text[..300] : line.Text));
        if (CaptchaWords().IsMatch(text))
            return PageKind.Captcha;
        var titles = (title ?? "") + "\n" + page.Document.Title;
        if (MissingWords().IsMatch(titles))
            return PageKind.Missing;
        if (ErrorWords().IsMatch(titles))
            return PageKind.Error;
        if (page.Data.Paid || PaywallWords().IsMatch(text))
            return PageKind.Paywall;
        if (words < Passage && (page.Document.QuerySelector("input[type=password]") is not null || LoginWords().IsMatch(titles)))
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

    [GeneratedRegex(@"^(?:(?:error )?(?:403|429|50[0-4])\b|access (?:to this page has been )?denied|forbidden\b|internal server error|bad gateway|service (?:temporarily )?unavailable|(?:down|under|scheduled|site) (?:for )?maintenance|too many requests|something went wrong|系统(?:繁忙|错误|维护)|服务器(?:错误|繁忙|内部错误)|(?:拒绝|禁止)访问|访问(?:被拒绝|受限|过于频繁)|网站维护)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ErrorWords();

    [GeneratedRegex(@"^(?:log ?in|sign ?in|please (?:log|sign) in|(?:用户|会员|账号)?登[录錄陆陸])(?:\b|$|[\s|_\-–—])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex LoginWords();

    [GeneratedRegex(@"subscribe (?:now )?to (?:continue|keep|read)|subscribers only|for subscribers|already a subscriber|to continue reading|unlock this article|订阅后(?:继续|可)|会员专享|付费(?:阅读|内容)|开通会员|剩余.{0,10}内容", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaywallWords();
}
