using System.Globalization;

namespace Pipeline.Analysis.Grounding;

/// <summary>One spelling for what is written in several: digits of any script, full-width letters, curly apostrophes, odd spaces.</summary>
internal static class Folding
{
    /// <summary>Character by character, so that places stay what they were.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (result, source) =>
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = Fold(source[i]);
    });

    private static char Fold(char character)
    {
        if (character < '\u0080')
            return char.IsWhiteSpace(character) ? ' ' : character;
        if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
            return (char)('0' + digit);
        return character switch
        {
            (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '％' or '＄' or '．' or '＋' or '－' => (char)(character - 0xFEE0),
            '￥' => '¥',
            '’' or '‘' or '＇' => '\'',
            '‑' or '‐' => '-',
            _ => char.IsWhiteSpace(character) ? ' ' : character,
        };
    }
}
