using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Feeds;

/// <summary>Titles and names as plain text. Feeds escape them once, twice or not at all, and rarely say which.</summary>
internal static partial class PlainText
{
    private const string InlineNames = "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr";

    private static readonly FrozenSet<string> Inline = InlineNames.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word goes on across such a tag.</summary>
    public static bool IsInline(string tag) => Inline.Contains(tag);

    /// <summary>In characters; what is longer is no headline.</summary>
    private const int LongestLine = 10_000;

    /// <param name="isLiteral">The feed says that it is text: what looks like a tag is then one that is spoken of.</param>
    /// <returns>One line, white space folded, without control characters; null where nothing is left.</returns>
    public static string? Of(string? text, bool isLiteral = false)
    {
        if (text is null)
            return null;
        if (text.Length > LongestLine)
            text = text[..LongestLine];
        if (!isLiteral)
            text = WithoutTags(text);
        text = WebUtility.HtmlDecode(text);
        // Escaped once too often: nobody means "&amp;" in a headline.
        if (Entity().IsMatch(text))
            text = WebUtility.HtmlDecode(text);
        var line = OneLine.Of(text);
        // A tag that shows only now is spoken of ("the <b> tag"), unless another closes it.
        return line is null || isLiteral || !EndTag().IsMatch(line) ? line : OneLine.Of(WithoutAnyTags(line));
    }

    /// <summary>What is left around a tag may be one itself.</summary>
    private static string WithoutAnyTags(string text)
    {
        for (var before = ""; text.Length != before.Length;)
            (before, text) = (text, WithoutTags(text));
        return text;
    }

    private static string WithoutTags(string text) =>
        text.Contains('<', StringComparison.Ordinal) ? BlockTag().Replace(InlineTag().Replace(Hidden().Replace(text, " "), ""), " ") : text;

    // Tags by name, so that "List<String>" and "x < y" stay what they are.
    [GeneratedRegex("</?(?:" + InlineNames + @")(?:[\s/][^<>]*)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InlineTag();

    [GeneratedRegex("""</?(?:article|aside|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|html|iframe|img|li|main|nav|ol|p|picture|pre|section|svg|table|tbody|td|th|tr|ul|video)(?:[\s/][^<>]*)?>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex("""<!--(?:[^-]|-(?!->))*-->""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex("</[A-Za-z]", RegexOptions.CultureInvariant)]
    private static partial Regex EndTag();

    [GeneratedRegex("&(?:amp|quot|apos|nbsp|lt|gt|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
