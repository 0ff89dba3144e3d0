using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Pipeline.Clipping.Scoring;

/// <summary>Which families an element belongs to, as bits by <see cref="Family"/>.</summary>
internal static class FamilyNames
{
    /// <summary>Longer lists of classes are utilities, which say nothing.</summary>
    private const int LongestNames = 240;

    private static readonly FrozenDictionary<string, uint> Tags = Table(
        (Family.Menu, "nav menu"), (Family.Footer, "footer"), (Family.Aside, "aside"), (Family.Caption, "figcaption caption"), (Family.Media, "figure picture"),
        (Family.Author, "address"), (Family.Article, "article"), (Family.Main, "main"), (Family.List, "ul ol dl"), (Family.Table, "table"),
        (Family.Quotation, "blockquote"), (Family.Form, "form fieldset label button"), (Family.Header, "header h1"), (Family.Centred, "center"), (Family.Faq, "details"));

    private static readonly FrozenDictionary<string, uint> Roles = Table(
        (Family.Menu, "navigation menu menubar search tablist"), (Family.Aside, "complementary"), (Family.Footer, "contentinfo"), (Family.Main, "main"),
        (Family.Article, "article"), (Family.Header, "banner heading"), (Family.Promotion, "dialog alertdialog alert"), (Family.List, "list listitem"));

    private static readonly FrozenDictionary<string, uint> Words = Table(
        (Family.Comment, "comment comments disqus respond commentlist pinglun liuyan reply replies discussion feedback forum guestbook livefyre"),
        (Family.Menu, "nav navbar navigation topnav menu submenu megamenu breadcrumb breadcrumbs crumb crumbs mbx daohang sitemap pagination pager paging page-numbers tabs toolbar search skip jump weizhi channel"),
        (Family.Share, "share sharing sharebar social socials addthis sharethis follow followus facebook twitter weibo bdshare jiathis fenxiang weixin wechat qrcode ewm erweima tools print email"),
        (Family.Related, "related recommended recommend recommendation recommendations recirc recirculation trending popular mostread readmore more morestories upnext next prev previous teaser teasers latest tuijian xiangguan xgxw xgwz xgyd hot hotnews paihang ranking rank also similar suggested read-more topics stories posts list-news card cards carousel"),
        (Family.Promotion, "newsletter subscribe subscription signup signin login register promo promos promotion donate donation membership cta popup modal overlay cookie cookies consent gdpr onetrust paywall banner offer survey poll quiz vote inline-promo product products shop buy price deal deals affiliate disclosure callout"),
        (Family.Advertising, "advert adverts advertisement advertising ad ads adv adbox adsense sponsor sponsored taboola outbrain guanggao gg dfp ad-slot adunit adwrap"),
        (Family.Caption, "caption captions wp-caption wp-caption-text credit credits photocredit imagecredit cutline tuzhu source"),
        (Family.Author, "byline bylines author authors authorbox bio biography writer contributor contributors reporter zuozhe vcard about-author profile"),
        (Family.About, "meta postmeta metadata dateline date time timestamp pubdate published publish-date tag tags tagged taglist keywords category categories cat info infos laiyuan bianji editor zerenbianji laiyuan entry-meta post-info rating ratings reading-time views"),
        (Family.Footer, "footer foot copyright disclaimer legal dibu bottom shengming statement colophon terms privacy"),
        (Family.Aside, "sidebar sidebars aside rail side widget widgets sidecol rightcol right-col infobox toc pullquote factbox sidebox"),
        (Family.Body, "content contents contenttext body bodytext text txt entry paragraph prose richtext rich-text wysiwyg copy bodycopy articlebody article-body article__body articlecontent article-content articletext article_content storybody story-body storytext entrycontent entry-content postcontent post-content postbody post-body newscontent news-content newstext zwnr zhengwen nr_con artibody art_content article_con textbody endtext maintext"),
        (Family.Article, "article story post blog news blogpost hentry single artical wenzhang xinwen neirong"),
        (Family.Main, "main primary"),
        (Family.List, "list lists listing"),
        (Family.Table, "table"),
        (Family.Quotation, "quote blockquote quotation pullquote pull-quote"),
        (Family.Form, "form input field subscribe-form"),
        (Family.Hidden, "hidden sr-only screen-reader-text visually-hidden visuallyhidden noprint no-print hide collapse tooltip invisible offscreen"),
        (Family.Header, "header head heading headline title hero top subtitle masthead topbar biaoti logo banner"),
        (Family.Media, "image images img photo photos picture figure gallery slideshow slider slide video videos player media embed tweet instagram podcast audio thumbnail thumb pic tupian"),
        (Family.Summary, "summary dek deck standfirst lede lead excerpt intro introduction subheadline subhead description desc abstract zhaiyao daodu daoyu key-points keypoints highlights takeaways"),
        (Family.Centred, "center centered text-center aligncenter"),
        (Family.Faq, "faq faqs accordion toggle question answer details"));

    public static uint Of(Part part)
    {
        var element = part.Element;
        var families = Tags.GetValueOrDefault(part.Tag);
        if (element.Attributes.Length == 0)
            return families;
        if (element.GetAttribute("role") is { } role)
            families |= Roles.GetValueOrDefault(role);
        if (element.GetAttribute("class") is { Length: > 0 } names)
            families |= Named(names);
        if (element.Id is { Length: > 0 } id)
            families |= Named(id);
        if (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
            families |= 1u << (int)Family.Body;
        if (Elements.IsHidden(element))
            families |= 1u << (int)Family.Hidden;
        return IsCentred(element) ? families | 1u << (int)Family.Centred : families;
    }

    private static bool IsCentred(IElement element) =>
        element.GetAttribute("align") is { } align && align.Equals("center", StringComparison.OrdinalIgnoreCase)
        || element.GetAttribute("style") is { } style && style.Contains("center", StringComparison.OrdinalIgnoreCase) && style.Contains("text-align", StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks at <c>related-posts</c>, <c>relatedPosts</c> and <c>related_posts</c> alike: whole names, then their words.</summary>
    private static uint Named(string text)
    {
        var names = text.AsSpan(0, Math.Min(text.Length, LongestNames));
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        uint families = 0;
        foreach (var range in names.Split(' '))
        {
            var name = names[range];
            if (words.TryGetValue(name, out var whole))
                families |= whole;
            else
                families |= Parts(name, words);
        }

        return families;
    }

    private static uint Parts(ReadOnlySpan<char> name, FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        uint families = 0;
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]) || char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if (!ends)
                continue;
            families |= words.TryGetValue(name[start..i], out var found) ? found : 0;
            start = i < name.Length && !char.IsLetter(name[i]) ? i + 1 : i;
        }

        return families;
    }

    private static FrozenDictionary<string, uint> Table(params ReadOnlySpan<(Family Family, string Words)> rows)
    {
        var table = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        foreach (var (family, words) in rows)
            foreach (var word in words.Split(' '))
                table[word] = table.GetValueOrDefault(word) | 1u << (int)family;
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
