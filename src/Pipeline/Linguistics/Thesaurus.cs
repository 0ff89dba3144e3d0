using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Linguistics;

/// <summary>English words by what they mean: the synsets of WordNet 3.0 (<c>english.txt</c>), each with its hypernym, antonyms and derivations.</summary>
/// <remarks>Words are looked up by stem, so that a stem has the senses of every word that it stands for. A synset is the number of its line.</remarks>
internal sealed class Thesaurus
{
    private static readonly Lazy<Thesaurus> Loaded = new(() => new Thesaurus());

    private readonly List<Synset> _synsets = [];
    private readonly FrozenDictionary<string, Entry> _entries;

    private Thesaurus()
    {
        var (stemmer, entries) = (new Stemmer(), new Dictionary<string, Draft>(StringComparer.Ordinal));
        foreach (var line in Resource.Lines("english.txt"))
            Add(line.Split('\t'), stemmer, entries);
        _entries = entries.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Finished(), StringComparer.Ordinal);
    }

    public static Thesaurus Standard => Loaded.Value;

    /// <summary>What is known of a stem; null for a name or a rare word.</summary>
    public Entry? Find(string stem) => _entries.GetValueOrDefault(stem);

    public Synset this[int synset] => _synsets[synset];

    private void Add(string[] parts, Stemmer stemmer, Dictionary<string, Draft> entries)
    {
        foreach (var word in parts[1].Split(' '))
        {
            var letters = word.TrimEnd("0123456789:".AsSpan().ToArray());
            var (rank, count) = word[letters.Length..].Split(':') is [var place, .. var rest] ? (Number(place), rest.Length > 0 ? Number(rest[0]) : 0) : (9, 0);
            var stem = stemmer.Stem(letters);
            if (!entries.TryGetValue(stem, out var draft))
                entries[stem] = draft = new Draft();
            draft.Count += count;
            draft.Senses.Add((rank, _synsets.Count));
            draft.Kinds[parts[0][0]] = draft.Kinds.GetValueOrDefault(parts[0][0]) + count + (4 - rank) + 1;
        }

        _synsets.Add(new Synset(Numbers(parts, 2) is [var parent] ? parent : -1, Numbers(parts, 3), Numbers(parts, 4)));
    }

    private static int[] Numbers(string[] parts, int at) =>
        parts.Length > at && parts[at].Length > 0 ? [.. parts[at].Split(' ').Select(Number)] : [];

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <param name="Parent">The hypernym, or an adjective's head; -1 where there is none.</param>
    /// <param name="Derived">Synsets that hold a word derived from one of this.</param>
    internal readonly record struct Synset(int Parent, int[] Antonyms, int[] Derived);

    /// <param name="Senses">The most frequent first.</param>
    /// <param name="Count">How often it stands in the texts that WordNet's senses were counted in.</param>
    /// <param name="Kind"><c>n</c>, <c>v</c>, <c>a</c> or <c>r</c>: what it mostly is.</param>
    internal sealed record Entry(int[] Senses, int Count, char Kind);

    private sealed class Draft
    {
        private const int MostSenses = 8;

        public int Count { get; set; }

        public List<(int Rank, int Synset)> Senses { get; } = [];

        public SortedDictionary<char, int> Kinds { get; } = [];

        public Entry Finished() => new([.. Senses.Order().Select(sense => sense.Synset).Distinct().Take(MostSenses)], Count, Kinds.MaxBy(kind => kind.Value).Key);
    }
}
