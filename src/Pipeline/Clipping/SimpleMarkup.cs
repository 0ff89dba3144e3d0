using System.Collections.Frozen;
using System.Text;

namespace Pipeline.Clipping;

/// <summary>
/// Reads the markup of which most feeds make their summaries: paragraphs, lists, links and emphasis, well nested. A tenth of
/// what a parser of HTML costs, and the same lines; it gives up on whatever else stands there.
/// </summary>
internal ref struct SimpleMarkup
{
    /// <summary>Such a parser has limits of its own for what is longer.</summary>
    private const int Longest = 200_000;

    private const int Deepest = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline =
        "a b big cite code em i img s small span strong sub sup u".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Blocks =
        "blockquote div figure h2 h3 h4 li ol section ul".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();
    private ReadOnlySpan<char> rest;
    private int lineStart;
    private bool space;

    private SimpleMarkup(string fragment) => rest = fragment;

    /// <returns>The lines, one under the other; null where this is not as simple.</returns>
    public static string? Read(string fragment) =>
        fragment.Length > Longest || new SimpleMarkup(fragment) is var reader && !reader.Run() ? null : reader.text.ToString().TrimEnd('\n');

    private bool Run()
    {
        while (rest.Length > 0)
        {
            var end = rest.IndexOfAny('<', '&');
            Write(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? [] : rest[end..];
            if (rest.Length > 0 && !(rest[0] == '<' ? Tag() : Reference()))
                return false;
        }

        Break();
        return true;
    }

    private void Write(ReadOnlySpan<char> run)
    {
        foreach (var character in run)
        {
            if (char.IsWhiteSpace(character))
                space = true;
            else if (character is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                if (space && text.Length > lineStart)
                    text.Append(' ');
                space = false;
                text.Append(character);
            }
        }
    }

    private void Break()
    {
        if (text.Length > lineStart)
            text.Append('\n');
        (lineStart, space) = (text.Length, false);
    }

    private bool Tag()
    {
        var end = rest.IndexOf('>');
        if (end < 0)
            return false;
        var tag = rest[1..end];
        rest = rest[(end + 1)..];
        var closes = tag.StartsWith('/');
        tag = closes ? tag[1..] : tag;
        var length = tag.IndexOfAny(" \t\r\n/");
        var name = length < 0 ? tag : tag[..length];
        return (length < 0 || Attributes(tag[length..])) && (Inline.Contains(name) || (closes ? Close(name) : Open(name)));
    }

    /// <summary>Whether the first ">" was the tag's end: no quotation mark is left open, and none stands where a parser would not look for one.</summary>
    private static bool Attributes(ReadOnlySpan<char> attributes)
    {
        for (var quote = attributes.IndexOfAny('"', '\''); quote >= 0; quote = attributes.IndexOfAny('"', '\''))
        {
            var close = attributes[(quote + 1)..].IndexOf(attributes[quote]);
            if (quote == 0 || attributes[quote - 1] != '=' || close < 0)
                return false;
            attributes = attributes[(quote + close + 2)..];
        }

        return !attributes.Contains('<');
    }

    private bool Open(ReadOnlySpan<char> name)
    {
        Break();
        if (IsParagraph(name))
            return true;
        if (!Blocks.TryGetValue(name, out var block) || open.Count >= Deepest || !MayHold(block))
            return false;
        open.Push(block);
        return true;
    }

    /// <summary>Where HTML neither closes an element by itself nor ignores one.</summary>
    private readonly bool MayHold(string block) =>
        !open.TryPeek(out var outer) || outer[0] != 'h' && (block != "li" || outer is "ul" or "ol");

    private bool Close(ReadOnlySpan<char> name)
    {
        Break();
        return IsParagraph(name) || open.TryPop(out var block) && name.Equals(block, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>These break a line wherever they stand, open or closed.</summary>
    private static bool IsParagraph(ReadOnlySpan<char> name) => name.Equals("p", StringComparison.OrdinalIgnoreCase) || name.Equals("br", StringComparison.OrdinalIgnoreCase);

    private bool Reference()
    {
        var end = rest[..Math.Min(rest.Length, 8)].IndexOf(';');
        ReadOnlySpan<char> character = end < 0 ? [] : rest[1..end] switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "nbsp" or "#160" => "\u00A0",
            "#39" or "apos" => "'",
            "ldquo" or "#8220" => "“",
            "rdquo" or "#8221" => "”",
            "lsquo" or "#8216" => "‘",
            "rsquo" or "#8217" => "’",
            "mdash" or "#8212" => "—",
            "ndash" or "#8211" => "–",
            "hellip" or "#8230" => "…",
            _ => [],
        };
        Write(character);
        rest = character.IsEmpty ? rest : rest[(end + 1)..];
        return !character.IsEmpty;
    }
}
