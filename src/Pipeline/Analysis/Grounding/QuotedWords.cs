using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>What a text puts between quotation marks or title marks.</summary>
internal static partial class QuotedWords
{
    /// <summary>In Han characters.</summary>
    private const int LongestName = 12;

    public static IEnumerable<string> In(string text) =>
        Pattern().Matches(text).Select(match => match.Groups[1].Value.Trim().TrimEnd(',', '.', '，', '。')).Where(words => words.Length > 0);

    /// <summary>Letter for letter, but for the case of letters and the shape of quotation marks and spaces.</summary>
    public static bool StandIn(string words, IEnumerable<string> passages)
    {
        var plain = Plain(words);
        return passages.Any(passage => Plain(passage).Contains(plain, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Chinese puts names between quotation marks, which a translator makes: no sentence, and nothing that somebody says.</summary>
    public static bool MayBeName(string words, string claim) =>
        words.Any(Script.IsHan) && (words.Length <= 4 || (words.Count(Script.IsHan) <= LongestName && !Sentence().IsMatch(words) && !Spoken().IsMatch(claim[..Math.Max(0, claim.IndexOf(words, StringComparison.Ordinal) - 1)])));

    private static string Plain(string text) =>
        Gaps().Replace(Spaces().Replace(Marks().Replace(Simplification.Simplify(Folding.Fold(text)), "'"), " "), "");

    [GeneratedRegex("[“「『《\"]([^“”「」『』《》\"]{1,400})[”」』》\"]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("[，。！？；：,!?;:不没未是了吗吧呢将会须应该我你他她它就都很太更最必]|可以|已经|必须|需要|想要", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex("(?:说|称|表示|指出|认为|写道|强调|坦言|直言|回应|形容|承认|警告|批评|呼吁|评价|[：:])[^。；]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();

    [GeneratedRegex("[“”\"「」『』]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>Some writers put a space between Han characters and others, and some do not.</summary>
    [GeneratedRegex("(?<=[\u4E00-\u9FFF]) (?=[^\u4E00-\u9FFF])|(?<=[^\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
