using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Extraction;

/// <summary>Which sentences can stand on their own in a digest.</summary>
internal static partial class SentenceRules
{
    private const string Leaning = "leans on what goes before";

    private const int ShortestLatin = 20, LongestLatin = 240, ShortestHan = 10, LongestHan = 120, FewestWords = 4;

    private static readonly Lexicon Boilerplate = new(
        "the post|appeared first on|article url|comments url|read more|read the full|continue reading|click here|learn more|sign up|subscribe to|subscribe for|subscribe now|subscribing|our newsletter|newsletter.|" +
        "all rights reserved|copyright notice|we use cookies|cookie policy|privacy policy|terms of service|terms of use|follow us|share this|advertisement|sponsored by|sponsored content|affiliate link|affiliate links|" +
        "image credit|photo by|photo credit|image source|originally published|originally appeared|contributed to this report|this article was|in this article|in this post|" +
        "in this tutorial|watch the video|leave a comment|download the app|all times|getty images|press release|stay tuned|table of contents",
        "点击|原标题|图源|图片来源|阅读原文|阅读全文|查看更多|扫码|二维码|关注我们|关注公众号|公众号|转载|版权所有|版权归|本文来自|本文作者|责任编辑|责编|来源：|编辑：|作者：|未经授权|" +
        "欢迎订阅|点击订阅|订阅我们|下载客户端|投稿|更多精彩|欢迎留言|小编|广告合作|商务合作|免责声明|敬请期待|如下图|上图|下图|见图");

    /// <summary>What sells, begs for a vote, or sends the reader somewhere.</summary>
    private static readonly Lexicon Soliciting = new(
        "upvote*|vote for us|vote for our|please vote|star us|join us|join our|register now|register today|book a demo|book your|don't miss|get started|try it now|try it free|free trial|sign up|limited time|discount code|" +
        "promo code|coupon*|on sale now|special offer|feedback welcome|check it out|check out our|feel free to|let us know|happy to answer|hope you enjoy|support us|donate to|swag",
        "请投票|求投票|投上一票|点此投票|点赞|一键三连|求赞|打赏|加群|扫码|立即报名|欢迎报名|报名参加|报名链接|报名通道|抢购|限时福利|专属福利|粉丝福利|优惠码|折扣码|立即体验|立即购买|立即注册|快来|戳这里|戳链接|速来|欢迎体验|欢迎试用|欢迎加入|不容错过|抽奖|点击领取|免费领取|限时领取|私信|预约直播|直播间|诚聘|招聘岗位");

    /// <summary>Why a sentence of a text is not quoted; null where it may be, on its own or after its article's title.</summary>
    public static string? Reject(string sentence) => Shape(sentence) ?? Start(sentence) ?? End(sentence) ?? Content(sentence);

    /// <summary>Whether it speaks of "the model" or 该公司 and leaves it to the title which one that is, since nothing that the title names stands before.</summary>
    public static bool LeansOnTitle(string sentence, string title) =>
        Reference().IsMatch(sentence)
        || (Demonstrative().Match(sentence) is { Success: true } found && !Terms.Of(sentence[..found.Index]).Intersect(Terms.Of(title), StringComparer.Ordinal).Any());

    /// <summary>How long the words at its start are that only tie it to what goes before: without them it says the same.</summary>
    public static int Tie(string sentence) => Tied().Match(sentence).Length;

    /// <summary>What ends half-way or asks.</summary>
    public static string? Open(string sentence) =>
        Truncated().IsMatch(sentence) ? "truncated"
        : Question().IsMatch(sentence) ? "question" : null;

    private static string? Shape(string sentence)
    {
        if (sentence.Any(char.IsControl))
            return "control character";
        return Script.LanguageOf(sentence) == "zh" ? HanLength(sentence) : LatinLength(sentence);
    }

    private static string? HanLength(string sentence)
    {
        // A Latin letter is about half as wide as a Han character, and names are long in letters.
        var han = sentence.Count(Script.IsHan);
        return han < ShortestHan || han + (sentence.Length - han) / 2 > LongestHan ? "length" : null;
    }

    private static string? LatinLength(string sentence) =>
        sentence.Length is < ShortestLatin or > LongestLatin || sentence.Split(' ').Length < FewestWords ? "length" : null;

    private static string? Start(string sentence) =>
        Dependent().IsMatch(sentence) ? Leaning
        : Byline().IsMatch(sentence) ? "byline"
        : Fragment().IsMatch(sentence) ? "fragment"
        : Teaser().IsMatch(sentence) ? "teaser" : null;

    private static string? End(string sentence) =>
        Open(sentence) is { } open ? open
        : !Complete().IsMatch(sentence) ? "incomplete"
        : Balance.IsKept(sentence) ? null : "unbalanced";

    /// <summary>What is not prose, sells, or speaks for itself alone.</summary>
    public static string? Content(string sentence) =>
        Noise(sentence) is { } noise ? noise
        : Personal().IsMatch(Spoken().Replace(sentence, "")) ? "personal"
        : Shouts(sentence) ? "capitals" : null;

    /// <summary>What is not prose, or sells: it reports nothing, whoever reads it.</summary>
    public static string? Noise(string sentence) =>
        Machine().IsMatch(sentence) ? "not prose"
        : Boilerplate.Matches(sentence) ? "boilerplate"
        : Soliciting.Matches(sentence) ? "solicits" : null;

    /// <summary>Who wrote it, or where and when: no part of the news.</summary>
    public static bool IsByline(string sentence) => Byline().IsMatch(sentence);

    private static bool Shouts(string sentence)
    {
        var letters = sentence.Where(char.IsAsciiLetter).ToList();
        return letters.Count > 20 && letters.Count(char.IsAsciiLetterUpper) * 10 > letters.Count * 6;
    }

    [GeneratedRegex(
        @"^[“""「『‘'（(\[]*(?:" +
        @"(?:It|Its|This|That|These|Those|He|She|They|We|I|You|Your|Our|My|His|Her|Their|There|Here|Such|Both|Another|Others?|Each|" +
        @"However|But|And|Or|So|Yet|Nor|Then|Thus|Therefore|Hence|Moreover|Furthermore|Additionally|Also|Meanwhile|Instead|Still|Besides|Nevertheless|Nonetheless|Otherwise|Similarly|Likewise|" +
        @"Consequently|Accordingly|Plus|Again|Finally|Firstly|Secondly|Lastly|Afterwards?|Next|Let|Because|Which|Who|What|When|Where|Why|How|If|Indeed|Overall|Of course|" +
        @"In addition|In contrast|In other words|In short|In fact|In this|In that|In the meantime|On the other hand|As a result|As such|At the same time|At that|For example|For instance|For this|After that|With this|With that|To that end|The (?:new|same|former|latter|two|three|first|second|other|idea|goal|news|post|article))(?![A-Za-z])" +
        @"|这|那|其|他|她|它|我|你|您|咱|本文|本报道|但|而|并|却|且|然而|不过|因此|因而|所以|同时|同样|另外|再者|以及|或|与此同时|于是|之后|此后|随后|接着|接下来|然后|最后|最终|届时|" +
        @"[一二三四五六七八九十]是|其一|其二|其三|第一，|第二，|第三，|例如|比如|譬如|如此|如上|如下|对此|为此|除此|由此|也|还|又|则|就|两者|前者|后者|二者|上述|以上|以下|首先|其次|总之|总的来说|事实上|实际上|换句话说|换言之|值得注意|值得一提|值得关注|笔者|有趣的是|更重要的是|具体来说|具体而言|简单来说|当然|可是|只是|虽然|尽管|因为|如果|那么)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dependent();

    [GeneratedRegex(
        @"^[“""「『‘'（(\[]*(?:The (?:company|firm|startup|team|tool|models?|update|move|deal|group|report|paper|study|authors?|researchers|project|features?|systems?|platform|service|product|company's|results?|" +
        @"announcement|spokesperson|agency|AI|gains?|chips?|cards?|plants?|fines?|prices?|round|funding|money|facility|outage|leak|attack|code|app|bill|law|rules?|library|framework|integration|release|tools?|approach|method|device|app|agent|benchmark|dataset|vulnerability|improvements|changes)(?![A-Za-z])|" +
        @"(?:[据按]|根据)?(?:官方|双方|介绍|该|此)|作为|(?:核心|主要|本次|新增|其中|目前|现在|日前|近日)[，,]?(?:该|此|更新|功能|升级)|用户可|用户(?:现|还|也)可|当用户|受影响的|首批|(?:公司|系统|项目|园区|团队|产品|平台|工厂|机构|协议|罚款|客户)(?![法债制]|经济|经理|机器人)(?!之间|方面))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("(?<![应本活])该(?![当])|此次|此举|此前该|本次|上述|(?<![因由如在从至彼于据为对就与])此(?![前后外时间刻类地处番])(?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Demonstrative();

    [GeneratedRegex("^(?:此外|另外|同时|与此同时|值得一提的是|值得注意的是|值得关注的是|具体来说|具体而言|其中|目前|据介绍|据了解|据悉)，", RegexOptions.CultureInvariant)]
    private static partial Regex Tied();

    [GeneratedRegex(@"(?<![A-Za-z])(?:[Ww]e|[Oo]ur|[Uu]s|I|I'm|I've|[Mm]y|me|[Yy]ou|[Yy]our|[Yy]ou're|[Yy]ou'll|let's|Let's)(?![A-Za-z’'-]?[A-Za-z])|(?<!自)我(?!国)|咱|你|您|笔者|小伙伴|各位|大家(?![电庭族])", RegexOptions.CultureInvariant)]
    private static partial Regex Personal();

    /// <summary>What somebody else says may be personal.</summary>
    [GeneratedRegex("“[^”]*”|「[^」]*」|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    /// <summary>Bylines and datelines: "By Jane Doe", "LONDON, Feb 4 (Wire) —", 记者 张三, （本报北京 2 月 4 日电）.</summary>
    [GeneratedRegex(
        @"^(?:(?:By|Written by|Reporting by|Edited by|Editing by|Posted by|Photo|Image|Source|Credit|Author|Editor|Update|Updated|Published|Posted)(?:[ :]+[A-Z0-9]|:)|[A-Z][A-Z ,.]{3,40}(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2})?[^a-z]{0,12}(?:\([A-Za-z ]{2,30}\))? ?[—–-] |" +
        @"[（(]?(?:记者|作者|编辑|来源|文|图|编译|责编|出品|撰文|策划|通讯员)[ ：:／/丨|]|[（(【]?[^，。]{0,16}(?:[0-9一二三四五六七八九十]+ ?日)?[电讯](?:[）)】 ]|（))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    /// <summary>A sentence begins with a capital (iPhone has one too), a digit, a Han character or a quotation.</summary>
    [GeneratedRegex(@"^(?![“""「『《‘（(【$€£¥]?[A-ZÀ-Þ0-9\u4E00-\u9FFF\u3400-\u4DBF]|[“""「『《‘（(]?[a-z]+[A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();

    /// <summary>What announces reading and reports nothing.</summary>
    [GeneratedRegex(@"^An? (?:deep dive|closer look|look at|guide to|overview of|introduction to|round-?up of|recap of|walkthrough of|conversation with|summary of)\b|^(?:本期|本篇|一起来看|来看看|今天聊)", RegexOptions.CultureInvariant)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"(?:\.\.|…|\[\.*\]|\[…\])[.。”""')）]*\s*$|\[(?:…|\.\.\.)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Truncated();

    [GeneratedRegex(@"[?？][”""'」』）)]*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(@"[.!。！][”""’'」』）)】]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Complete();

    /// <summary>Code, markup, addresses, tables of facts: nothing to read aloud.</summary>
    [GeneratedRegex(@"https?:|www\.|[|｜丨{}<>=\\^`~#@]|\*\*|[0-9]{4}-[0-9]{2}-[0-9]{2}T|&[a-z]+;|[\uFFFD\u200B-\u200F\u202A-\u202E]", RegexOptions.CultureInvariant)]
    private static partial Regex Machine();
}
