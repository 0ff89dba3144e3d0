using System.Buffers;

namespace Pipeline.Clipping.Scoring;

/// <summary>Wordings by which a line gives away that it is about the page, by kind.</summary>
internal static class Phrases
{
    public static readonly IReadOnlyList<(string Name, IReadOnlyList<string> Values)> Kinds =
    [
        ("subscribe", Words("subscrib|newsletter|sign up|signup|sign in|log in|inbox|your email|email address|free trial|join our|donate|podcast|download our|get the latest|订阅|訂閱|注册|登录|登入|下载客户端|客户端|公众号|微信|加入會員")),
        ("legal", Words("copyright|all rights reserved|©|privacy policy|terms of|may not be published|cookie|affiliate|commission|disclaimer|advertis|sponsored|版权|版權|转载|轉載|声明|聲明|未经|未經|授权|授權|不代表|免责|违者|著作權|负责|注明|仅供参考|据此操作|观点|立场|真实性|侵权|追究|法律|备案|许可证|本网|本站|本網|本站|違者|檢舉|刪除|删除")),
        ("rules", Words("留言|請勿|请勿|遵守|網友|网友|用户|用戶|注册|本網站|保留|規定|规定|not responsible|guidelines|moderat|be respectful|report abuse|user agreement|we reserve")),
        ("picture", Words("photo|getty|image|picture|courtesy|credit|reuters|shutterstock|file photo|via ap|ap photo|afp|pictured|screenshot|图为|圖為|图：|圖：|图/|圖/|图片|圖片|资料图|資料圖|摄|攝|（图|(图|配图|组图|供图|點圖|点击查看")),
        ("author", Words("by |contributed to this|staff writer|is a reporter|is a writer|is an editor|author of|correspondent|reporting by|editing by|written by|follow him|follow her|reached at|contact the|twitter.com|@|记者|記者|编辑|編輯|責任|责任|作者|通讯员|撰文|報導|報道|电讯|實習|实习|来源|來源|稿件")),
        ("related", Words("read more|related|more from|more on|see also|also read|read next|recommended|most popular|trending|you may|you might|don't miss|check out|next:|up next|previous|click here|here's|相关|相關|推荐|推薦|更多|延伸阅读|延伸閱讀|阅读|閱讀|点击|點擊|专题|專題|上一|下一|热点|熱門|链接|鏈接|全文|详细")),
        ("talk", Words("comment|reply|share this|share on|facebook|twitter|whatsapp|pinterest|instagram|follow us|follow |like us|leave a|tell us|let us know|评论|評論|留言|分享|微博|网友|網友|转发|收藏|投票|發表|发表|推文|讨论")),
        ("date", Words("january|february|march|april|june|july|august|september|october|november|december|updated|published|posted| ago|a.m.|p.m.| et|min read|年|月|日|点|時間|时间")),
        ("page", Words("menu|search|home|loading|print|email|save|close|advertisement|javascript|browser|skip|back to|table of contents|show more|view all|load more|首页|首頁|返回|打印|列印|字号|字體|字体|关闭|關閉|搜索|纠错|频道|導讀|导读|核心提示|摘要|关键")),
        ("tags", Words("tags|topics|filed under|categories|category|keywords|tagged|标签|標籤|关键词|關鍵字|栏目|分类")),
        ("shop", Words("$|shop|buy |price|sale|deal|discount|amazon|order now|add to cart|book a|call us|contact us|get started|free quote|learn more|schedule|our team|request a|价格|优惠|购买|股票|行情|热线|電話|电话|热线|咨询")),
        ("speech", Words("said|says|told|according to|added|“|”|\"|说|說|表示|指出|认为|認為|介绍|「|」|称")),
        ("you", Words(" you | your |you'|you’")),
        ("we", Words(" we | our |we'|we’| us ")),
        ("wire", Words("(ap)|(reuters)|associated press|— the|讯|訊|电（|電（|电 |新华|新華|中新|報導】|日电|日電|综合")),
    ];

    /// <summary>What headings say of what is not the article.</summary>
    public static readonly SearchValues<string> Beside = Of("related|read more|more from|more on|more in|see also|recommended|popular|trending|you may|you might|latest|comment|newsletter|subscribe|sign up|share|follow|about the author|author|contact|tags|categories|advert|sponsor|footnote|references|相关|相關|推荐|推薦|更多|延伸|评论|評論|留言|分享|热|熱|声明|聲明|排行|专题|作者|声明|编辑");

    /// <summary>All kinds in one, by their place in <see cref="Kinds"/>.</summary>
    public static readonly PhraseTrie Trie = new([.. Kinds.Select(kind => kind.Values)]);

    private static string[] Words(string values) => values.Split('|');

    private static SearchValues<string> Of(string values) => SearchValues.Create(values.Split('|'), StringComparison.OrdinalIgnoreCase);
}
