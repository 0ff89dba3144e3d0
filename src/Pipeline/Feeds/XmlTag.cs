namespace Pipeline.Feeds;

/// <summary>A start tag as it stands in broken XML: spaces around equal signs, unquoted values, attributes twice.</summary>
/// <param name="IsWhole">False where the text ends inside it.</param>
internal sealed record XmlTag(string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool IsEmpty, bool IsWhole, int End)
{
    /// <summary>HTML's elements that never have an end tag, without <c>link</c> and <c>source</c>, which in a feed have one.</summary>
    public static bool IsVoid(string name) => name.ToLowerInvariant() is "br" or "hr" or "img" or "wbr" or "input" or "col" or "area" or "embed";

    /// <summary>False where what looks like a tag is none, as in <c>a &lt; b</c>.</summary>
    public static bool TryRead(string text, int start, out XmlTag tag)
    {
        tag = null!;
        var name = NameAt(text, start + 1);
        var at = start + 1 + name.Length;
        if (name.Length == 0 || name.StartsWith("xmlns:", StringComparison.Ordinal))
            return false;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (at < text.Length && text[at] is not ('>' or '<'))
            at = Attribute(text, at, attributes);
        // A new tag inside a tag: the first one was never closed.
        var closed = at < text.Length && text[at] == '>';
        tag = new XmlTag(name, [.. attributes], IsEmpty: text[at - 1] == '/', IsWhole: at < text.Length, closed ? at + 1 : at);
        return true;
    }

    /// <summary>The name at a place, empty where none stands there: a letter, then letters, digits and marks, at most one colon.</summary>
    public static string NameAt(string text, int start)
    {
        var at = start;
        while (at < text.Length && (IsLetter(text[at]) || (at > start && IsNameMark(text[at]))))
            at++;
        var name = text[start..at];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var isQualified = colon < 0 || (colon + 1 < name.Length && IsLetter(name[colon + 1]) && name.IndexOf(':', colon + 1) < 0);
        return isQualified ? name : "";
    }

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || character == '_';

    private static bool IsNameMark(char character) => char.IsAsciiDigit(character) || character is '-' or '.' or ':';

    /// <summary>Reads one attribute, or steps over one character that begins none; the first of two with one name counts.</summary>
    private static int Attribute(string text, int at, Dictionary<string, string> attributes)
    {
        var name = NameAt(text, at);
        if (name.Length == 0)
            return at + 1;
        var equals = Blank(text, at + name.Length);
        if (equals >= text.Length || text[equals] != '=')
            return at + name.Length;
        var start = Blank(text, equals + 1);
        var (value, end) = Value(text, start);
        if (attributes.Count < XmlMarkup.MostAttributes)
            attributes.TryAdd(name, value);
        return end;
    }

    private static (string Value, int End) Value(string text, int start)
    {
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var close = text.IndexOf(text[start], start + 1);
            return close < 0 ? (text[(start + 1)..], text.Length) : (text[(start + 1)..close], close + 1);
        }
        var at = start;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<'))
            at++;
        return (text[start..at], at);
    }

    private static int Blank(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
