using System.Text;

namespace Pipeline.Feeds;

/// <summary>Text as one line.</summary>
internal static class OneLine
{
    /// <summary>U+0080 to U+009F: numbered by generators that meant Windows-1252, as browsers read them too (WHATWG HTML, "numeric character reference end state").</summary>
    /// <remarks>The five that mean nothing there stay: in text that was encoded twice they are halves of letters.</remarks>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <remarks>Behind a letter that is not ASCII it may be the half of one that was encoded twice, too.</remarks>
    private const char SoftHyphen = '\u00AD';

    /// <summary>White space folded; controls, halves of characters and marks that mislead gone. Null where nothing is left.</summary>
    public static string? Of(string text)
    {
        var line = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                line.Append(text[at]).Append(text[++at]);
            else
                Append(line, text[at]);
        return line.ToString().TrimEnd() is { Length: > 0 } some ? some : null;
    }

    private static void Append(StringBuilder line, char character)
    {
        if (character is >= '\u0080' and <= '\u009F')
            character = Windows1252[character - '\u0080'];
        if (char.IsWhiteSpace(character) || character is < ' ' or '\u007F')
            Space(line, character);
        else if (!IsInvisible(character) && !(character == SoftHyphen && line.Length > 0 && char.IsAscii(line[^1])))
            line.Append(character);
    }

    private static void Space(StringBuilder line, char character)
    {
        if (character != '\0' && line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }

    /// <summary>Zero-width spaces, byte order marks, overridden directions; not the joiners, of which emoji and scripts are made.</summary>
    private static bool IsInvisible(char character) =>
        character is '\u200B' or '\u2060' or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        || char.IsSurrogate(character);
}
