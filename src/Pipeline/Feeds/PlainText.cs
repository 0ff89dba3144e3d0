using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Feeds;

/// <summary>Titles and names as plain text. Feeds escape them once, twice or not at all, and rarely say which.</summary>
internal static partial class PlainText
{
    private const string InlineNames = "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr";

    private static readonly FrozenSet<string> Inline = InlineNames.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word goes on across such a tag.</summary>
    public static bool IsInline(string tag) => Inline.Contains(tag);

    /// <param name="isLiteral">The feed says that it is text: what looks like a tag is then one that is spoken of.</param>
    /// <returns>One line, white space folded; null where nothing is left.</returns>
    public static string? Of(string? text, bool isLiteral = false)
    {
        if (text is null)
            return null;
        if (!isLiteral)
            text = BlockTag().Replace(InlineTag().Replace(text, ""), " ");
        text = WebUtility.HtmlDecode(text);
        // Escaped once too often: nobody means "&amp;" in a headline.
        if (Entity().IsMatch(text))
            text = WebUtility.HtmlDecode(text);
        return Folded(text);
    }

    private static string? Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
            if (!char.IsWhiteSpace(character) && character is >= ' ' and not '\u007F')
                folded.Append(character);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        return folded.ToString().TrimEnd() is { Length: > 0 } line ? line : null;
    }

    // Tags by name, so that "List<String>" and "x < y" stay what they are.
    [GeneratedRegex("</?(?:" + InlineNames + @")(?:[\s/][^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();

    [GeneratedRegex("""</?(?:blockquote|br|center|dd|div|dl|dt|h[1-6]|hr|img|li|ol|p|pre|table|tbody|td|th|tr|ul)(?:[\s/][^<>]*)?>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex("&(?:amp|quot|apos|nbsp|lt|gt|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
