using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Extraction;

/// <summary>Which titles report something, and can stand where a sentence is due.</summary>
internal static partial class TitleRules
{
    private const int Shortest = 6, Longest = 200, FewestWords = 3;

    /// <summary>Why a title does not stand in for a sentence. A title needs no full stop and may be short.</summary>
    public static string? Reject(string title) =>
        IsOfNoLength(title) ? "length"
        : SentenceRules.Open(title) is { } open ? open
        : IsListing(title) || NoNews().IsMatch(title) ? "no news"
        : Balance.IsKept(title) ? SentenceRules.Content(title) : "unbalanced";

    /// <summary>Whether a title tells of an entry in a list, such as a repository's path or what somebody shows around, and of no event.</summary>
    public static bool IsListing(string title) => Listing().IsMatch(title);

    private static bool IsOfNoLength(string title) =>
        title.Length is < Shortest or > Longest || (Script.LanguageOf(title) != "zh" && title.Split(' ').Length < FewestWords);

    [GeneratedRegex(@"^[\w.-]+/[\w.-]+$|^(?:Show|Ask|Tell|Launch) HN\b|^\[[^\]]{1,30}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    /// <summary>Guides, lists, reviews, interviews and teasers promise reading and report nothing.</summary>
    [GeneratedRegex(
        @"^(?:How (?:to|I|we|do|does)\b|Why\b|What\b|When\b|Where\b|Meet\b|Best\b|Top \d|The best\b|I\b|My\b|\d+ (?:\w+[ -]){0,4}(?:ways|tips|things|tools|reasons|lessons|tricks|settings|gadgets|steps|ideas|books)\b|" +
        @"A (?:[\w-]+ ){0,3}(?:[Gg]uide|[Ii]mplementation|[Tt]utorial|[Ii]ntroduction)\b|(?:Building|Implementing|Creating|Understanding|Designing)\b|Getting [Ss]tarted|" +
        @"Review:|Hands-on|Opinion|Podcast|Video:|Webinar|Sponsored|Weekly\b|This [Ww]eek)|\b(?:[Tt]utorial|[Rr]oundup|[Rr]ecap|[Cc]heat [Ss]heet|[Ss]tep[- ][Bb]y[- ][Ss]tep|[Ee]verything you need|[Hh]ere's)\b|[!！]|" +
        @"^(?:对话|专访|独家对话|盘点|观点|重磅|手把手|实测|实操|深度|万字|干货)|教程|攻略|合集|一文|看懂|悟了|速览|预告|倒计时|爆款|狂揽|狂飙|炸裂|封神|杀疯|逆天|王炸|刷屏|揭秘|背后都|背后的|隐形|议程|圆桌|凭什么|为什么|如何|怎么|什么",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoNews();
}
