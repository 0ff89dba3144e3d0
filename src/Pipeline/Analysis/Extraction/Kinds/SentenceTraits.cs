using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Extraction.Kinds;

/// <summary>What a sentence shows, as far as its words tell: the traits of <c>SentenceTraits.txt</c>, which says how it is read.</summary>
internal static partial class SentenceTraits
{
    private static readonly List<(string Name, Func<string, bool> Shows)> All = Load();

    private static readonly Dictionary<string, Func<string, bool>> Named = All.ToDictionary(trait => trait.Name, trait => trait.Shows, StringComparer.Ordinal);

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(trait => trait.Name)];

    /// <summary>For each of the <see cref="Names"/> whether the sentence shows it.</summary>
    public static bool[] Of(string sentence) => [.. All.Select(trait => trait.Shows(sentence))];

    public static bool Shows(string sentence, string trait) => Named[trait](sentence);

    private static List<(string Name, Func<string, bool> Shows)> Load() =>
        [.. Resource.Lines("SentenceTraits.txt").Select(line => Line().Match(line)).GroupBy(line => line.Groups["name"].Value)
            .Select(lines => (lines.Key, Trait(lines.ToDictionary(line => line.Groups["part"].Value, line => line.Groups["text"].Value, StringComparer.Ordinal))))];

    private static Func<string, bool> Trait(Dictionary<string, string> parts)
    {
        if (parts.TryGetValue("=", out var pattern))
            return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).IsMatch;
        return new Lexicon(parts["en"], parts["zh"], parts.GetValueOrDefault("but", "")).Matches;
    }

    [GeneratedRegex("^(?<name>[a-z]+) (?:(?<part>en|zh|but):|(?<part>=)) (?<text>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
