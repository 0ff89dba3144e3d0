using System.Buffers;
using System.Text.RegularExpressions;

namespace Pipeline.Clipping;

/// <summary>
/// Takes the marks of Markdown (CommonMark 0.31: code spans 6.1, strong emphasis 6.2, links 6.3, headings 4.2) out of a feed's own
/// text: some feeds write it where HTML or plain text is due, and nobody reads "**Atlas 3**" aloud.
/// </summary>
internal static partial class MarkdownMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("*`[#");

    /// <summary>Only marks that come in pairs on one line are marks; anything else is text.</summary>
    public static string Without(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
            return text;
        var plain = Link().Replace(Heading().Replace(text, ""), "$1");
        return Code().Replace(Strong().Replace(plain, "$1"), "$1");
    }

    [GeneratedRegex(@"^#{1,6} +(?=\S)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"!?\[([^\[\]\n]{1,300})\]\(https?://[^()\s]{1,500}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<!`)`(?=\S)([^`\n]{1,200}?)(?<=\S)`(?!`)", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
