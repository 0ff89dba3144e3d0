using System.Buffers;
using System.Collections.Frozen;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>Walks a page's tags before it is parsed, and refuses what would take the parser beyond reason.</summary>
/// <remarks>Counts open elements as the markup has them; those that HTML closes by itself are not counted.</remarks>
internal ref struct TagScan(ReadOnlySpan<char> html)
{
    private static readonly FrozenSet<string> Uncounted = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot", "path", "html", "body", "head",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Stops = SearchValues.Create(">\"'/ \t\r\n\f\v\u00A0\u0085\u3000");

    private readonly ReadOnlySpan<char> _html = html;
    private int _at;
    private int _tags;
    private int _depth;

    /// <exception cref="TroubleException">There are too many tags, too many open at once, or one with too many attributes.</exception>
    public static void Check(string html) => new TagScan(html).Run();

    private void Run()
    {
        while (Next('<'))
        {
            _at++;
            if (_html[_at..].StartsWith("!--", StringComparison.Ordinal))
                SkipTo("-->");
            else if (_at < _html.Length && (char.IsAsciiLetter(_html[_at]) || _html[_at] == '/'))
                ReadTag();
        }
    }

    private void ReadTag()
    {
        if (++_tags > Limits.Tags)
            throw new TroubleException($"the page has more than {Limits.Tags} tags");
        var closes = _html[_at] == '/';
        if (closes)
            _at++;
        var name = Name();
        var attributes = Attributes();
        if (attributes > Limits.Attributes)
            throw new TroubleException($"the page has an element with more than {Limits.Attributes} attributes");
        Count(name, closes);
        if (!closes && (Is(name, "script") || Is(name, "style")))
            SkipTo(Is(name, "script") ? "</script" : "</style");
    }

    private void Count(ReadOnlySpan<char> name, bool closes)
    {
        if (Uncounted.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            return;
        _depth = Math.Max(0, _depth + (closes ? -1 : 1));
        if (_depth > Limits.Depth)
            throw new TroubleException($"the page has more than {Limits.Depth} elements inside each other");
    }

    private ReadOnlySpan<char> Name()
    {
        var start = _at;
        while (_at < _html.Length && char.IsAsciiLetterOrDigit(_html[_at]))
            _at++;
        return _html[start.._at];
    }

    /// <summary>Goes to the tag's end, and gives about how many attributes it has.</summary>
    private int Attributes()
    {
        var count = 0;
        for (; Stop(); _at++)
        {
            if (_html[_at] is '"' or '\'')
                SkipQuoted(_html[_at]);
            else
                count += char.IsWhiteSpace(_html[_at - 1]) ? 0 : 1;
        }

        return count;
    }

    /// <summary>Goes to the next character that counts: white space and slashes between attributes, a value's opening quote. False at the tag's end.</summary>
    private bool Stop()
    {
        while (_at < _html.Length)
        {
            var ahead = _html[_at..].IndexOfAny(Stops);
            _at = ahead < 0 ? _html.Length : _at + ahead;
            if (ahead < 0 || _html[_at] == '>')
                return false;
            if (_html[_at] is not ('"' or '\'') || _html[_at - 1] is '=' or ' ')
                return true;
            _at++;
        }

        return false;
    }

    private void SkipQuoted(char quote)
    {
        var end = _at + 1 < _html.Length ? _html[(_at + 1)..].IndexOf(quote) : -1;
        _at = end < 0 ? _html.Length - 1 : _at + 1 + end;
    }

    private bool Next(char character)
    {
        var ahead = _at < _html.Length ? _html[_at..].IndexOf(character) : -1;
        _at = ahead < 0 ? _html.Length : _at + ahead;
        return ahead >= 0;
    }

    /// <param name="end">Begins with no letter: where that character stands is sought first, for to seek in either case is slow.</param>
    private void SkipTo(string end)
    {
        while (Next(end[0]) && !_html[_at..].StartsWith(end, StringComparison.OrdinalIgnoreCase))
            _at++;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
