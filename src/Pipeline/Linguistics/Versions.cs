using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Pipeline.Linguistics;

/// <summary>Which release of a thing a text speaks of: <c>gpt</c> and <c>4.5</c>, however it is joined ("GPT-4.5", "GPT 4.5", "GPT4.5").</summary>
public readonly record struct Release(string Name, string Number)
{
    public string Term => $"{Name}-{Number}";
}

public static partial class Versions
{
    /// <summary>What stands before a number and names nothing that has releases.</summary>
    private static readonly FrozenSet<string> Ordinary = """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct
        nov dec top day week year page about over under nearly at by for from in of on to the than and or after before until some all
        with up down no number part chapter age aged hits hit reach reaches cut cuts rises falls
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <param name="text">After <see cref="Normalization.Nfkc"/>.</param>
    public static IEnumerable<Release> In(string text)
    {
        for (var match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            var name = match.Groups["name"].Value.ToLowerInvariant();
            if (!Ordinary.Contains(name))
                yield return new Release(name, match.Groups["number"].Value);
        }
    }

    /// <summary>A capitalised name before a small or dotted number; in Chinese, where nothing marks a name, a dotted number only.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?<name>[A-Z][A-Za-z]{1,19})[ -]?[Vv]?(?<number>\d{1,2}(?:\.\d{1,3}){0,2})(?![\d%]|,\d|\.\d| ?(?:[万亿]|million|billion|bn|percent))|(?<name>\p{IsCJKUnifiedIdeographs}{2}) ?[Vv]?(?<number>\d{1,2}(?:\.\d{1,3}){1,2})(?![\d%]|,\d| ?[万亿])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
