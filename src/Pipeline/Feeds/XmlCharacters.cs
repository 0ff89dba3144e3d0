using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Pipeline.Feeds;

/// <summary>Character data made fit for XML: HTML's entities resolved, bare ampersands escaped, forbidden characters left out.</summary>
internal static class XmlCharacters
{
    private const int LongestEntity = 32;

    /// <summary>Text or an attribute's value, in which entities mean something.</summary>
    public static void AppendText(StringBuilder result, ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is >= 0 and var at)
        {
            AppendEscaped(result, text[..at]);
            text = text[at..];
            var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
            var resolved = end > 1 ? Resolved(text[1..end].ToString()) : null;
            AppendEscaped(result, resolved ?? "&");
            text = text[(resolved is null ? 1 : end + 1)..];
        }
        AppendEscaped(result, text);
    }

    /// <summary>Text that means what it says.</summary>
    public static void AppendEscaped(StringBuilder result, ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                result.Append(text[at]).Append(text[++at]);
            else if (XmlConvert.IsXmlChar(text[at]))
                AppendEscaped(result, text[at]);
    }

    private static void AppendEscaped(StringBuilder result, char character) => _ = character switch
    {
        '&' => result.Append("&amp;"),
        '<' => result.Append("&lt;"),
        '>' => result.Append("&gt;"),
        '"' => result.Append("&quot;"),
        _ => result.Append(character),
    };

    /// <summary>What an entity stands for; null where there is no such entity, so that its ampersand is one.</summary>
    private static string? Resolved(string name)
    {
        if (name[0] == '#')
            return Numbered(name[1..]);
        var entity = $"&{name};";
        var decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity ? null : decoded;
    }

    private static string? Numbered(string number)
    {
        var isHex = number.StartsWith('x') || number.StartsWith('X');
        var read = isHex
            ? int.TryParse(number.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return !read ? null : Rune.IsValid(code) ? new Rune(code).ToString() : "";
    }
}
