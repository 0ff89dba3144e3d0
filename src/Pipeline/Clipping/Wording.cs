using System.Net;
using System.Text;

namespace Pipeline.Clipping;

/// <summary>Small text, such as titles and names, made plain.</summary>
internal static class Wording
{
    /// <summary>White space folded, ends trimmed; null where nothing is left.</summary>
    public static string? Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (char.IsWhiteSpace(character))
                folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " " : "");
            else if (!char.IsControl(character) && character is not ('\u200B' or '\uFEFF' or '\u00AD'))
                folded.Append(character);
        }

        return folded.ToString().TrimEnd() is { Length: > 0 } plain ? plain : null;
    }

    /// <summary>As <see cref="Fold"/>, with character references that were escaped twice decoded.</summary>
    public static string? Plain(string? text) => Fold(WebUtility.HtmlDecode(text));
}
