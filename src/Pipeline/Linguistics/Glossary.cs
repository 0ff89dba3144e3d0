using System.Collections.Frozen;

namespace Pipeline.Linguistics;

/// <summary>Words that mean much the same in Chinese and English (<c>words.txt</c>): what a report in either can be known by in the other.</summary>
internal static class Glossary
{
    /// <summary>The longest entry, in Han characters, and in English words.</summary>
    public const int LongestHan = 6, LongestLatin = 3;

    private static readonly Lazy<(FrozenDictionary<string, string> Han, FrozenDictionary<string, string[]> Latin)> Tables = new(Read);

    /// <summary>The meaning of a Chinese word; null where it is not listed.</summary>
    public static string? MeaningOf(string han) => Tables.Value.Han.GetValueOrDefault(han);

    /// <summary>The meanings of an English word or phrase.</summary>
    /// <param name="stems">Joined by one space.</param>
    public static IReadOnlyList<string> MeaningsOf(string stems) => Tables.Value.Latin.GetValueOrDefault(stems) ?? [];

    private static (FrozenDictionary<string, string>, FrozenDictionary<string, string[]>) Read()
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

        return (han.ToFrozenDictionary(StringComparer.Ordinal),
            latin.Distinct().GroupBy(pair => pair.Stems, pair => pair.Meaning, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));
    }
}
