using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Extraction;

/// <summary>Which sentences can stand on their own in a digest.</summary>
internal static partial class SentenceRules
{
    private const int ShortestLatin = 20, LongestLatin = 240, ShortestHan = 10, LongestHan = 120, FewestWords = 4;

    private static readonly Lexicon Boilerplate = new(
        "the post|appeared first on|article url|comments url|read more|read the full|continue reading|click here|learn more|sign up|subscribe|subscribing|newsletter|" +
        "all rights reserved|copyright|cookies|cookie policy|privacy policy|terms of service|terms of use|follow us|share this|advertisement|sponsored|affiliate|" +
        "image credit|photo by|photo credit|image source|originally published|originally appeared|contributed to this report|this article was|in this article|in this post|" +
        "in this tutorial|watch the video|leave a comment|download the app|all times|getty images|press release|stay tuned|table of contents",
        "点击|原标题|图源|图片来源|阅读原文|阅读全文|查看更多|扫码|二维码|关注我们|关注公众号|公众号|转载|版权|本文来自|本文作者|责任编辑|责编|来源：|编辑：|作者：|未经授权|" +
        "订阅|下载客户端|投稿|更多精彩|欢迎留言|小编|广告|免责声明|敬请期待|如下图|上图|下图|见图");

    /// <summary>Why a sentence of a text is not quoted; null where it may be.</summary>
    public static string? Reject(string sentence) => Shape(sentence) ?? Start(sentence) ?? End(sentence) ?? Content(sentence);

    /// <summary>Why a title does not stand in for a sentence. A title needs no full stop and may be short.</summary>
    public static string? RejectTitle(string title) =>
        title.Length is < 6 or > LongestLatin || (Script.LanguageOf(title) != "zh" && title.Split(' ').Length < 3) ? "length"
        : Truncated().IsMatch(title) ? "truncated"
        : Question().IsMatch(title) ? "question"
        : Balance.IsKept(title) ? Content(title) : "unbalanced";

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
        Dependent().IsMatch(sentence) ? "leans on what goes before"
        : Byline().IsMatch(sentence) ? "byline"
        : Fragment().IsMatch(sentence) ? "fragment" : null;

    private static string? End(string sentence) =>
        Truncated().IsMatch(sentence) ? "truncated"
        : Question().IsMatch(sentence) ? "question"
        : !Complete().IsMatch(sentence) ? "incomplete"
        : Balance.IsKept(sentence) ? null : "unbalanced";

    private static string? Content(string sentence) =>
        Machine().IsMatch(sentence) ? "not prose"
        : Boilerplate.Matches(sentence) ? "boilerplate"
        : Shouts(sentence) ? "capitals" : null;

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
        @"In addition|In contrast|In other words|In short|In fact|In this|In that|In the meantime|On the other hand|As a result|As such|At the same time|At that|For example|For instance|For this|After that|With this|With that|To that end|" +
        @"The (?:company|firm|startup|team|tool|model|models|update|move|deal|group|report|paper|study|authors?|researchers|project|feature|features|system|platform|service|product|company's|new|same|former|latter|two|three|first|second|other|result|results|idea|goal|news|announcement|post|article|spokesperson|agency|bill|law|rules?))(?![A-Za-z])" +
        @"|该|此|这|那|其|他|她|它|我|你|您|咱|本文|本报道|但|而|并|却|且|然而|不过|因此|因而|所以|同时|同样|另外|再者|以及|或|与此同时|于是|之后|此后|随后|接着|接下来|然后|最后|最终|届时|" +
        @"例如|比如|譬如|如此|如上|如下|对此|为此|除此|由此|也|还|又|则|就|两者|前者|后者|二者|上述|以上|以下|首先|其次|总之|总的来说|事实上|实际上|换句话说|换言之|值得注意|值得一提|值得关注|笔者|有趣的是|更重要的是|具体来说|具体而言|简单来说|当然|可是|只是|虽然|尽管|因为|如果|那么)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dependent();

    /// <summary>Bylines and datelines: "By Jane Doe", "LONDON, Feb 4 (Wire) —", 记者 张三, （本报北京 2 月 4 日电）.</summary>
    [GeneratedRegex(
        @"^(?:(?:By|Written by|Reporting by|Edited by|Editing by|Posted by|Photo|Image|Source|Credit|Author|Editor|Update|Updated|Published|Posted)(?:[ :]+[A-Z0-9]|:)|[A-Z][A-Z ,.]{3,40}(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2})?[^a-z]{0,12}(?:\([A-Za-z ]{2,30}\))? ?[—–-] |" +
        @"[（(]?(?:记者|作者|编辑|来源|文|图|编译|责编|出品|撰文|策划|通讯员)[ ：:／/丨|]|[（(【]?[^，。]{0,16}(?:[0-9一二三四五六七八九十]+ ?日)?[电讯](?:[）)】 ]|（))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    /// <summary>A sentence begins with a capital (iPhone has one too), a digit, a Han character or a quotation.</summary>
    [GeneratedRegex(@"^(?![“""「『《‘（(【$€£¥]?[A-ZÀ-Þ0-9\u4E00-\u9FFF\u3400-\u4DBF]|[“""「『《‘（(]?[a-z]+[A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Fragment();

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
