using System.Text;

namespace Pipeline.Digests;

/// <summary>What a reader sees of a text from outside: one line, nothing invisible that could change how the rest is read.</summary>
internal static class PlainText
{
    public const char WordJoiner = '\u2060';

    /// <summary>
    /// White space folded to single spaces and trimmed; control and bidirectional characters, byte-order marks, word joiners and
    /// noncharacters gone; a lone surrogate, which no UTF-8 file can hold, becomes U+FFFD.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pending = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                pending = folded.Length > 0;
            else if (!IsDropped(rune.Value))
            {
                if (pending)
                    folded.Append(' ');
                pending = false;
                folded.Append(rune);
            }
        }

        return folded.ToString();
    }

    /// <summary>UAX #9 lists the bidirectional controls; they can make a text read as what it does not say.</summary>
    private static bool IsDropped(int point) => point switch
    {
        < 0x20 or (>= 0x7F and < 0xA0) => true,
        0x061C or 0x200E or 0x200F or WordJoiner or 0xFEFF => true,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => true,
        _ => (point & 0xFFFE) == 0xFFFE || point is >= 0xFDD0 and <= 0xFDEF,
    };
}
