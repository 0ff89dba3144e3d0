using System.Globalization;
using System.Text;
using Pipeline.Linguistics;

namespace Pipeline.Sources;

/// <summary>Names of sources as strangers give them, made such that sources.yaml takes them.</summary>
public static class SourceName
{
    /// <summary>What sources.yaml takes.</summary>
    private const int Longest = 200;

    /// <summary>What two names have in common that count as one: full-width letters and letter case make no other name.</summary>
    public static string Key(string name) => Normalization.Nfkc(name).ToLowerInvariant();

    /// <summary>On one line, without what can't be seen or written, and not too long; null where nothing is left.</summary>
    public static string? Of(string? text)
    {
        var name = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
            if (Rune.IsWhiteSpace(rune))
                name.Append(name.Length > 0 && name[^1] != ' ' ? " " : "");
            else if (IsShown(rune))
                name.Append(rune);
        return Cut(name.ToString().TrimEnd(), Longest) is { Length: > 0 } whole ? whole : null;
    }

    /// <summary>The name itself, or with the first number that makes it another than those taken.</summary>
    /// <param name="taken">By their keys.</param>
    public static string Unique(string name, IReadOnlySet<string> taken)
    {
        var unique = name;
        for (var number = 2; taken.Contains(Key(unique)); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{Cut(name, Longest - 10)} {number}");
        return unique;
    }

    /// <summary>A lone surrogate was made U+FFFD on the way.</summary>
    private static bool IsShown(Rune rune) => rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Cut(string name, int length) =>
        name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)].TrimEnd();
}
