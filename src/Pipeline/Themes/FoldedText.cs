using Pipeline.Linguistics;

namespace Pipeline.Themes;

/// <summary>A text in the one spelling in which keywords are looked for: NFKC, Simplified, hyphens as spaces, white space folded.</summary>
internal sealed class FoldedText
{
    private readonly string _cased;
    private readonly string _lower;

    public FoldedText(string text, int most = int.MaxValue)
    {
        _cased = Fold(text.Length > most ? text[..most] : text);
        _lower = _cased.ToLowerInvariant();
    }

    public static string Fold(string text)
    {
        var plain = Simplification.Simplify(Normalization.Nfkc(text)).Replace('-', ' ');
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>How often the keyword stands in the text: Han anywhere, other scripts as whole words, with or without the plural's s.</summary>
    /// <param name="keyword">Folded. One of two or three capitals ("US") is looked for in capitals.</param>
    /// <param name="most">No more are counted.</param>
    public int Count(string keyword, int most)
    {
        var isAcronym = keyword.Length is 2 or 3 && keyword.All(char.IsAsciiLetterUpper);
        var (text, wanted) = isAcronym ? (_cased, keyword) : (_lower, keyword.ToLowerInvariant());
        var count = 0;
        for (var at = 0; wanted.Length > 0 && count < most; at++)
        {
            at = text.IndexOf(wanted, at, StringComparison.Ordinal);
            if (at < 0)
                break;
            if (IsWhole(text, at, at + wanted.Length))
                count++;
        }

        return count;
    }

    private static bool IsWhole(string text, int start, int end)
    {
        if (end < text.Length && IsWord(text[end - 1]) && text[end] is 's' && !(end + 1 < text.Length && IsWord(text[end + 1])))
            end++;
        return !(start > 0 && IsWord(text[start]) && IsWord(text[start - 1]))
            && !(end < text.Length && IsWord(text[end - 1]) && IsWord(text[end]));
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) && !Script.IsHan(character) && !Script.IsKana(character);
}
