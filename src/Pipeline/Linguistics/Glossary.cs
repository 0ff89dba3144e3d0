using System.Collections.Frozen;

namespace Pipeline.Linguistics;

/// <summary>Words that mean much the same in Chinese and English (<c>words.txt</c>): what a report in either can be known by in the other.</summary>
internal static class Glossary
{
    /// <summary>The longest entry, in Han characters, and in English words.</summary>
    public const int LongestHan = 6, LongestLatin = 3;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Han;

    private static readonly FrozenDictionary<string, string[]> Latin;

    /// <summary>The first words of the English phrases.</summary>
    private static readonly FrozenSet<string> Openings;

    /// <summary>The meaning of a Chinese word; null where it is not listed.</summary>
    public static string? MeaningOf(ReadOnlySpan<char> han) => Han.TryGetValue(han, out var meaning) ? meaning : null;

    /// <summary>The meanings of an English word or phrase.</summary>
    /// <param name="stems">Joined by one space.</param>
    public static IReadOnlyList<string> MeaningsOf(string stems) => Latin.GetValueOrDefault(stems) ?? [];

    /// <summary>Whether a phrase of several words may begin with this one.</summary>
    public static bool Opens(string stem) => Openings.Contains(stem);

    static Glossary()
    {
        var (stemmer, han, latin) = (new Stemmer(), new Dictionary<string, string>(StringComparer.Ordinal), new List<(string Stems, string Meaning)>());
        foreach (var (left, right) in WordList.Lines("words.txt"))
        {
            var chinese = left.Split(',', StringSplitOptions.TrimEntries);
            var meaning = "~" + chinese[0];
            foreach (var word in chinese)
                han.Add(word, meaning);
            latin.AddRange(right.Select(phrase => (string.Join(' ', phrase.ToLowerInvariant().Split(' ').Select(stemmer.Stem)), meaning)));
        }

        Han = han.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Latin = latin.Distinct().GroupBy(pair => pair.Stems, pair => pair.Meaning, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        Openings = Latin.Keys.Where(stems => stems.Contains(' ', StringComparison.Ordinal)).Select(stems => stems.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);
    }
}
