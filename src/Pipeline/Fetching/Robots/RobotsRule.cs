using System.Text;

namespace Pipeline.Fetching.Robots;

/// <summary>One line of a robots.txt: a path pattern that is allowed or not. <c>*</c> is any text, a <c>$</c> at the end is the end.</summary>
internal sealed class RobotsRule
{
    private readonly string pattern;
    private readonly string[] parts;
    private readonly bool isAnchored;

    public RobotsRule(string pattern, bool isAllowed)
    {
        this.pattern = pattern;
        IsAllowed = isAllowed;
        isAnchored = pattern.EndsWith('$');
        var text = Normal(isAnchored ? pattern[..^1] : pattern);
        parts = text.Split('*');
        Length = Encoding.UTF8.GetByteCount(text);
    }

    public bool IsAllowed { get; }

    /// <summary>In octets: the most specific rule is the longest one.</summary>
    public int Length { get; }

    /// <summary>Linear in the path for each part: a pattern of many stars is no trap.</summary>
    /// <param name="path">Path and query, normal.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        for (var part = 1; part < parts.Length; part++)
        {
            var isLast = isAnchored && part == parts.Length - 1;
            var found = isLast ? LastPlace(path, parts[part], at) : path.IndexOf(parts[part], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[part].Length;
        }
        return !isAnchored || at == path.Length;
    }

    /// <summary>Unreserved characters bare, all others escaped alike (section 2.2.2), so that rule and path compare octet by octet.</summary>
    public static string Normal(string path)
    {
        var text = new StringBuilder(path.Length);
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] == '%' && at + 2 < path.Length && char.IsAsciiHexDigit(path[at + 1]) && char.IsAsciiHexDigit(path[at + 2]))
            {
                var character = (char)Convert.FromHexString(path.AsSpan(at + 1, 2))[0];
                _ = IsUnreserved(character) ? text.Append(character) : text.Append(path.AsSpan(at, 3).ToString().ToUpperInvariant());
                at += 2;
            }
            else if (char.IsAscii(path[at]))
            {
                text.Append(path[at]);
            }
            else
            {
                var rune = Rune.TryGetRuneAt(path, at, out var whole) ? whole : Rune.ReplacementChar;
                text.Append(Uri.EscapeDataString(rune.ToString()));
                at += rune.Utf16SequenceLength - 1;
            }
        }
        return text.ToString();
    }

    public override string ToString() => $"{(IsAllowed ? "Allow" : "Disallow")}: {pattern}";

    private static int LastPlace(string path, string part, int from) =>
        path.Length - part.Length >= from && path.EndsWith(part, StringComparison.Ordinal) ? path.Length - part.Length : -1;

    private static bool IsUnreserved(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';
}
