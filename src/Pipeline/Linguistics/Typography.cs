using System.Text.RegularExpressions;

namespace Pipeline.Linguistics;

/// <summary>Sets a sentence as an editor would: full-width marks and even spacing in Chinese, quotation marks and dashes in English.</summary>
/// <remarks>Chinese after GB/T 15834—2011 and W3C's Requirements for Chinese Text Layout (clreq); words and figures stay what they are.</remarks>
internal static partial class Typography
{
    private const string Han = "\u3400-\u4DBF\u4E00-\u9FFF";

    private const string Half = ",;:!?", Full = "，；：！？";

    /// <param name="spaced">Whether a space stands between Han characters and Latin letters or digits.</param>
    public static string Set(string sentence, bool spaced) =>
        Script.LanguageOf(sentence) == "zh" ? Chinese(sentence, spaced) : English(sentence);

    /// <summary>Whether two texts differ in their setting alone.</summary>
    public static bool IsSame(string left, string right) => Bare(left) == Bare(right);

    private static string Chinese(string sentence, bool spaced)
    {
        var text = HanMark().Replace(sentence, mark => Full[Half.IndexOf(mark.Value[0], StringComparison.Ordinal)].ToString());
        text = Bracket().Replace(text, "（$1）");
        text = Ellipsis().Replace(Straight().Replace(text, "“$1”"), "……");
        return Meeting().Replace(Loose().Replace(text, ""), spaced ? " " : "");
    }

    private static string English(string sentence) => Ellipsis().Replace(Dash().Replace(Straight().Replace(sentence, "“$1”"), " – "), "…");

    private static string Bare(string text)
    {
        var plain = Ellipsis().Replace(Around().Replace(text, ""), "…").Replace("……", "…", StringComparison.Ordinal);
        return string.Concat(plain.Select(Plain));
    }

    private static char Plain(char character) => character switch
    {
        '“' or '”' => '"',
        '（' => '(',
        '）' => ')',
        '–' => '-',
        _ => Full.IndexOf(character, StringComparison.Ordinal) is >= 0 and var at ? Half[at] : character,
    };

    /// <summary>A half-width mark beside a Han character, unless it stands in a time or a ratio.</summary>
    [GeneratedRegex($"(?<=[{Han}”）])[,;:!?](?![0-9/])|[,;:!?](?= ?[{Han}])", RegexOptions.CultureInvariant)]
    private static partial Regex HanMark();

    /// <summary>Brackets that hold Han characters or follow one.</summary>
    [GeneratedRegex($@"(?:(?<=[{Han}] ?)|(?=\([^()]*[{Han}]))\(([^()]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex("\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Straight();

    [GeneratedRegex(@"\.{3,6}", RegexOptions.CultureInvariant)]
    private static partial Regex Ellipsis();

    [GeneratedRegex(" (?:-|--) ", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    /// <summary>Space between two Han characters, and beside a full-width mark.</summary>
    [GeneratedRegex($"(?<=[{Han}]) +(?=[{Han}])|(?<=[，。；：！？、“”《》「」（）]) +| +(?=[，。；：！？、“”《》「」（）])", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    /// <summary>Where Han meets Latin letters or digits, with or without space.</summary>
    [GeneratedRegex($"(?<=[{Han}]) *(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) *(?=[{Han}])", RegexOptions.CultureInvariant)]
    private static partial Regex Meeting();

    /// <summary>Space that a setting may add or take away.</summary>
    [GeneratedRegex($"(?<=[{Han}，。；：！？、“”\"《》「」（）()]) +| +(?=[{Han}，。；：！？、“”\"《》「」（）()])", RegexOptions.CultureInvariant)]
    private static partial Regex Around();
}
