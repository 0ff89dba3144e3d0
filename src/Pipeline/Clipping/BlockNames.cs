using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>What an element's class and id say of it, word by word.</summary>
internal static class BlockNames
{
    /// <summary>Never the article, however long.</summary>
    private static readonly FrozenSet<string> Foreign = Words(
        "comment comments disqus respond commentlist pinglun liuyan reply replies cookie cookies consent gdpr onetrust breadcrumb breadcrumbs crumbs mbx " +
        "sitemap navbar navigation topnav menu submenu megamenu");

    /// <summary>Beside the article, as far as most of the text is elsewhere.</summary>
    private static readonly FrozenSet<string> BesideWords = Words(
        "nav footer foot sidebar sidebars aside rail widget widgets share sharing sharebar social socials addthis sharethis related recommended recommend " +
        "recommendations recirc recirculation trending popular mostread newsletter subscribe subscription signup signin login promo promos promotion advert " +
        "adverts advertisement advertising ad ads adv adbox adsense banner sponsor sponsored taboola outbrain caption captions wp-caption-text credit credits " +
        "photocredit byline bylines author authors authorbox bio tag tags tagged taglist keywords pagination pager paging popup modal overlay lightbox tooltip " +
        "toolbar tools print printonly copyright disclaimer legal meta postmeta metadata dateline timestamp pubdate publish-date more readmore morestories " +
        "teaser teasers upnext outline-nav toc jump skip skiplink sr-only screen-reader-text visually-hidden visuallyhidden hidden noprint no-print follow followus " +
        "donate donation premium-banner rating ratings vote poll quiz gallery slideshow carousel playlist podcast-links correction-link feedback survey " +
        "fenxiang bdshare jiathis tuijian xiangguan xgxw xgwz guanggao gg daohang dibu bianji zerenbianji ewm qrcode weixin erweima hot hotnews paihang ranking");

    private static readonly FrozenSet<string> BodyNames = Words(
        "articlebody article-body article__body article-content article__content article-text articlecontent articletext story-body storybody story-content " +
        "storytext entry-content entrycontent post-content postcontent post-body postbody post__content news-content newscontent news_content newstext " +
        "single-content blog-content body-content content-body main-content rich-text wysiwyg td-post-content zwnr zhengwen nr_con artibody art_content article_con textbody endtext the_content contenttext bodycopy");

    public static bool IsForeign(IElement element) => Find(element, Foreign) is not null;

    /// <summary>The word that says so, or null.</summary>
    public static string? Beside(IElement element) => Find(element, BesideWords);

    /// <summary>The names under which sites keep the body of an article.</summary>
    public static bool IsBody(IElement element)
    {
        var names = BodyNames.GetAlternateLookup<ReadOnlySpan<char>>();
        var all = Names(element).AsSpan();
        foreach (var range in all.Split(' '))
            if (names.Contains(all[range]))
                return true;
        return false;
    }

    /// <summary>Looks at <c>related-posts</c>, <c>relatedPosts</c> and <c>related_posts</c> alike: whole names, then their words.</summary>
    private static string? Find(IElement element, FrozenSet<string> words)
    {
        var names = Names(element).AsSpan();
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in names.Split(' '))
            if (lookup.TryGetValue(names[range], out var word) || FindPart(names[range], lookup, out word))
                return word;
        return null;
    }

    private static bool FindPart(ReadOnlySpan<char> name, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, out string? word)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetter(name[i]) || char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if (!ends)
                continue;
            if (words.TryGetValue(name[start..i], out word))
                return true;
            start = i < name.Length && !char.IsLetter(name[i]) ? i + 1 : i;
        }

        word = null;
        return false;
    }

    /// <summary>Class and id; long lists of utility classes say nothing in words of their own.</summary>
    private static string Names(IElement element)
    {
        var names = $"{element.Id} {element.ClassName}";
        return names.Length <= 400 ? names : names[..400];
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
