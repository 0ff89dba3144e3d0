using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>What an entry says, as plain text to look for words and patterns in.</summary>
internal sealed class EntryText
{
    private readonly string _folded;

    public EntryText(Entry entry)
    {
        Parts = [.. new[] { entry.Title, Plain(entry.Summary), Plain(entry.Content) }.OfType<string>()];
        // A line break stands in no folded word, so that none reaches from the title into the summary.
        _folded = string.Join('\n', Parts.Select(Folded));
    }

    /// <summary>Title, summary and content, as far as the entry has them: each one line without markup.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>NFKC, Simplified, in lower case, white space folded: the one spelling in which words are looked for.</summary>
    public static string Folded(string text)
    {
        var plain = Simplification.Simplify(Normalization.Nfkc(text)).ToLowerInvariant();
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether a word or phrase, folded, stands in it: Chinese anywhere, other scripts as whole words.</summary>
    public bool Has(string words)
    {
        for (var at = _folded.IndexOf(words, StringComparison.Ordinal); at >= 0; at = _folded.IndexOf(words, at + 1, StringComparison.Ordinal))
            if (!IsInside(at) && !IsInside(at + words.Length))
                return true;
        return false;
    }

    /// <summary>Whether a word of letters and digits goes on across this place.</summary>
    private bool IsInside(int at) => at > 0 && at < _folded.Length && IsWord(_folded[at - 1]) && IsWord(_folded[at]);

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) && !Script.IsHan(character) && !Script.IsKana(character);

    private static string? Plain(string? html)
    {
        if (html is null || !html.AsSpan().ContainsAny('<', '&'))
            return PlainText.Of(html, isLiteral: true);
        var text = new StringBuilder(html.Length);
        var unread = 0;
        foreach (var token in HtmlTokens.In(html))
        {
            if (token is HtmlTagToken tag && HtmlTokens.IsUnread(tag.Name))
                unread = Math.Max(0, unread + (tag.Type == HtmlTokenType.StartTag ? 1 : -1));
            else if (token is HtmlTagToken other && !PlainText.IsInline(other.Name))
                text.Append(' ');
            else if (token.Type == HtmlTokenType.Character && unread == 0)
                text.Append(token.Data);
        }

        return PlainText.Of(text.ToString());
    }
}
