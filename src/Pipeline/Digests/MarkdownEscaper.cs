using System.Globalization;
using System.Text;

namespace Pipeline.Digests;

/// <summary>
/// Plain text as Markdown that reads as written and does nothing, in CommonMark, GFM, kramdown, goldmark, marked, markdown-it and
/// Python-Markdown, and in the template engines that see the page before them.
/// </summary>
/// <remarks>
/// Character references, because nothing else works everywhere: Nunjucks and Liquid run before Markdown and know no backslash, and
/// <c>{% raw %}</c> ends where the text says so. The result may stand anywhere in a line, at its start too.
/// </remarks>
internal static class MarkdownEscaper
{
    private const string Always = "&<>{}*[]\\|~`";

    /// <summary>What opens a block somewhere: heading, list, quotation, definition, setext line, admonition (!!!, ???), kramdown's ^, pymdown's ///.</summary>
    private const string AtStart = "#-+>=:!?^/";

    public static string Escape(string text)
    {
        var plain = PlainText.Fold(text);
        // Goldmark makes a task of a link that says x, and loses the link.
        if (plain is "x" or "X")
            return Reference(plain[0]);
        var escaped = new StringBuilder(plain.Length + 16);
        var marker = ListMarker(plain);
        for (var index = 0; index < plain.Length; index++)
        {
            if (IsApart(plain, index))
                escaped.Append(PlainText.WordJoiner);
            if (index == marker || IsActive(plain, index))
                escaped.Append(Reference(plain[index]));
            else
                escaped.Append(plain[index]);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Where only a character in between helps, since references are decoded too early: VitePress does so before Vue looks for
    /// doubled braces, Astro (remark-gfm) before it looks for bare addresses.
    /// </summary>
    private static bool IsApart(string text, int index) => index > 0 && text[index] switch
    {
        '{' or '}' => text[index - 1] is '{' or '}',
        '/' => text[index - 1] == ':',
        '.' => EndsWww(text, index),
        _ => text[index - 1] == '@' && index > 1 && text[index - 2] != ' ',
    };

    private static string Reference(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        _ => string.Create(CultureInfo.InvariantCulture, $"&#{(int)character};"),
    };

    /// <summary>Where a leading <c>1. </c> or <c>1) </c> has its point; -1 where there is none.</summary>
    private static int ListMarker(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var isMarker = digits > 0 && text[digits] is '.' or ')' && (digits + 1 == text.Length || text[digits + 1] == ' ');
        return isMarker ? digits : -1;
    }

    private static bool IsActive(string text, int index)
    {
        var before = index == 0 ? ' ' : text[index - 1];
        var after = index + 1 == text.Length ? '\0' : text[index + 1];
        return text[index] switch
        {
            var character when Always.Contains(character, StringComparison.Ordinal) => true,
            var character when index == 0 && AtStart.Contains(character, StringComparison.Ordinal) => true,
            // The closing sequence of a heading.
            '#' => before is ' ' or '#',
            // A typographer makes a dash of two: --force would read as what nobody wrote.
            '-' => before == '-',
            '_' => !(char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after)),
            // A price may stay: mathematics never closes before a digit.
            '$' => before == '$' || !char.IsAsciiDigit(after),
            '@' => after != ' ',
            // Bare URLs, :shortcodes:, smileys; a clock time may stay.
            ':' => after != ' ' && !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)) && char.IsAscii(after),
            '.' => EndsWww(text, index),
            _ => false,
        };
    }

    private static bool EndsWww(string text, int point) =>
        point >= 3 && text.AsSpan(point - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
}
