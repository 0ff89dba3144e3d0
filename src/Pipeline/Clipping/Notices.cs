using System.Text.RegularExpressions;

namespace Pipeline.Clipping;

/// <summary>Lines that pages of news put between the paragraphs: read more, follow us, advertisement, credits, 责任编辑.</summary>
internal static partial class Notices
{
    private const int LongestWords = 30;
    private const int LongestText = 200;

    /// <summary>A Han character is a word here, and disclaimers are long.</summary>
    private const int LongestChinese = 160;

    public static bool Is(Line line) =>
        line.Words < LongestWords && line.Text.Length < LongestText && (Whole().IsMatch(line.Text) || Opening().IsMatch(line.Text))
        || line.Text.Length < LongestChinese && Chinese().IsMatch(line.Text);

    /// <summary>The line says no more than this.</summary>
    [GeneratedRegex("""
        \A\W{0,3}(?:
          advertisement|sponsored|ad|share|comments?|print|email|save|loading|close|menu|search|
          [0-9]+\ min(?:ute)?s?\ read|related|recommended|trending|more|photos?|videos?|newsletters?|listen|watch\ now|back\ to\ top|table\ of\ contents
        )\W{0,3}\z
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Whole();

    [GeneratedRegex("""
        \A\W{0,3}(?:
          (?:scroll\ to|story|article)\ continues?\b|continue\ reading|
          (?:read|see|watch|also|more|related|recommended|listen|further)(?:\ (?:more|also|next|on\ this|stories|articles|coverage|reading|read|videos?|from|in|to))*\s?:|
          (?:read|see)\ (?:more|also|next)\b|related\ (?:articles|stories|posts|news|content|topics)|you\ (?:may|might)\ also\ like|
          (?:sign\ up|subscribe)\ (?:for|to|here|now|today)|follow\ (?:us|me|him|her|@)|share\ (?:this|on|via|with)\b|
          (?:click|tap)\ here\b|(?:photo|image|picture|credit|source|photograph)s?\s?(?:by|credit|courtesy)?\s?:|(?:photo|image)s?\ (?:by|courtesy|credit)\b|
          getty\ images|ap\ photo|copyright\ (?:©|[0-9]|\(c\))|©|all\ rights\ reserved|
          (?:last\ )?(?:updated|published|posted)\s?(?:on|at|:)|tags?\s?:|filed\ under|
          (?:leave|post|add|write)\ a\ (?:comment|reply)|view\ (?:all|comments)
        )
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Opening();

    [GeneratedRegex("""
        \A\W{0,3}(?:
          (?:.{0,6}责任编辑|编辑|责编|校对|(?:本文|文章|稿件|图片|内容)?来源|作者|标签|.{0,6}关键[词字]|(?:版权|免责|特别)?声明|字号|更多)\s?[：:]|
          相关(?:新闻|阅读|报道|链接|文章|专题|推荐|内容)|推荐阅读|延伸阅读|更多.{0,12}(?:新闻|内容|精彩)|
          点击.{0,30}(?:查看|进入|下载|更多|关注|名片)|分享到|[上下]一[篇页]|我要评论|发表评论|网友评论|我来说两句|打印|收藏|复制链接|返回.{0,6}(?:顶部|首页|列表)|扫一扫|
          (?:本文)?(?:转载|版权).{0,12}(?:注明|所有|声明)|.{0,20}未[经經](?:书面|本[网網站])?[授许許][权權可]|凡.{0,4}(?:本[网網站])?.{0,4}注明|本文(?:仅|僅)代表作者|
          (?:敬请|请|敬請|請).{0,12}(?:关注|關注).{0,12}(?:公众号|公眾號|微信|微博)
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Chinese();
}
