using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>What a text puts between quotation marks or title marks.</summary>
internal static partial class QuotedWords
{
    public static IEnumerable<string> In(string text) =>
        Pattern().Matches(text).Select(match => match.Groups[1].Value.Trim().TrimEnd(',', '.', '，', '。')).Where(words => words.Length > 0);

    /// <summary>Letter for letter, but for the case of letters and the shape of quotation marks and spaces.</summary>
    public static bool StandIn(string words, IEnumerable<string> passages)
    {
        var plain = Plain(words);
        return passages.Any(passage => Plain(passage).Contains(plain, StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string text) =>
        Gaps().Replace(Spaces().Replace(Marks().Replace(Simplification.Simplify(Folding.Fold(text)), "'"), " "), "");

    [GeneratedRegex("[“「『《\"]([^“”「」『』《》\"]{1,400})[”」』》\"]", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("[“”\"「」『』]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>Some writers put a space between Han characters and others, and some do not.</summary>
    [GeneratedRegex("(?<=[\u4E00-\u9FFF]) (?=[^\u4E00-\u9FFF])|(?<=[^\u4E00-\u9FFF]) (?=[\u4E00-\u9FFF])", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
