using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Linguistics;

/// <summary>A Chinese word with how frequent it is (log2 of its count), what it is, and what it is in English.</summary>
/// <param name="Kind">The part of speech as jieba's dictionary has it, one letter: <c>n</c>, <c>v</c>, <c>a</c>, <c>d</c>, …</param>
/// <param name="Glosses">Stems of one-word translations.</param>
/// <param name="Loose">Stems that are part of a longer translation.</param>
internal sealed record ChineseWord(string Text, int Frequency, char Kind, string[] Glosses, string[] Loose, string[] Sounds);

/// <summary>The frequent words of Chinese (<c>chinese.txt</c>: CC-CEDICT's translations, jieba's frequencies), and a text's words by them.</summary>
internal static class ChineseWords
{
    public const int Longest = 5;

    /// <summary>log2 of the number of words that the frequencies were counted in.</summary>
    private const double All = 26;

    private static readonly Lazy<FrozenDictionary<string, ChineseWord>> Table = new(Read);

    public static ChineseWord? Find(string word) => Table.Value.GetValueOrDefault(word);

    /// <summary>The words of a run of Han characters: of all ways to cut it, the one whose words are together the most probable.</summary>
    public static IReadOnlyList<TextSpan> Cut(string run)
    {
        var (cost, from) = (new double[run.Length + 1], new int[run.Length + 1]);
        for (var end = 1; end <= run.Length; end++)
        {
            cost[end] = double.MaxValue;
            for (var start = Math.Max(0, end - Longest); start < end; start++)
                if (CostOf(run[start..end]) is { } price && cost[start] + price < cost[end])
                    (cost[end], from[end]) = (cost[start] + price, start);
        }

        var spans = new List<TextSpan>();
        for (var end = run.Length; end > 0; end = from[end])
            spans.Add(new TextSpan(from[end], end - from[end]));
        spans.Reverse();
        return spans;
    }

    private static double? CostOf(string word) =>
        Find(word) is { } known ? All - known.Frequency : word.Length == 1 ? All : null;

    private static FrozenDictionary<string, ChineseWord> Read()
    {
        var stemmer = new Stemmer();
        return Resource.Lines("chinese.txt").Select(line => Read(line.Split('\t'), stemmer)).ToFrozenDictionary(word => word.Text, StringComparer.Ordinal);
    }

    private static ChineseWord Read(string[] parts, Stemmer stemmer)
    {
        var glosses = parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries);
        string[] Stems(bool whole) => [.. glosses.Where(gloss => gloss.Contains(' ', StringComparison.Ordinal) != whole).SelectMany(gloss => gloss.Split(' ')).Select(stemmer.Stem).Distinct(StringComparer.Ordinal)];
        return new ChineseWord(parts[0], int.Parse(parts[1][..^1], CultureInfo.InvariantCulture), parts[1][^1], Stems(true), Stems(false), parts.Length > 3 ? parts[3].Split(',') : []);
    }
}
