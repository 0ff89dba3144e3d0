using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Stories as the words that tell what each is about. Kept, since a week's are asked for when it is grouped and when it is remembered: one per week.</summary>
public sealed class Subjects
{
    private const int MostCharacters = 4_000;

    /// <summary>More voices say the same again.</summary>
    private const int MostVoices = 8;

    private const double Title = 2;

    /// <summary>A number tells one event from another; it says next to nothing of the subject.</summary>
    private const double Figure = 0.3;

    /// <summary>By the voices themselves: what a story is marked with changes nothing of what it says.</summary>
    private readonly Dictionary<IReadOnlyList<Voice>, IReadOnlyDictionary<string, double>> _read = new(ReferenceEqualityComparer.Instance);

    internal IReadOnlyList<IReadOnlyDictionary<string, double>> Of(IReadOnlyList<Story> stories)
    {
        var unread = stories.Where(story => !_read.ContainsKey(story.Voices)).DistinctBy(story => story.Voices, ReferenceEqualityComparer.Instance).ToList();
        foreach (var (story, subject) in unread.Zip(Words.Each(unread, Aliases.Standard, Read)))
            _read[story.Voices] = subject;
        return [.. stories.Select(story => _read[story.Voices])];
    }

    /// <summary>The mean of its voices, each of length one: none speaks louder for being long.</summary>
    /// <returns>In the order of the terms, which the numbers that they are given later follow.</returns>
    private static IReadOnlyDictionary<string, double> Read(Story story, Words words)
    {
        var voices = story.Voices.Take(MostVoices).ToList();
        var mean = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var voice in voices)
        {
            var weights = Weights(voice.Original, words);
            var length = Math.Sqrt(weights.Sum(word => word.Value * word.Value));
            foreach (var (term, weight) in weights)
                mean[term] = mean.GetValueOrDefault(term) + (weight / (length * voices.Count));
        }

        return new SortedList<string, double>(mean, StringComparer.Ordinal);
    }

    private static Dictionary<string, double> Weights(Article article, Words words)
    {
        var counts = new Dictionary<string, (double Count, WordKind Kind)>(StringComparer.Ordinal);
        Count(words.In(article.Title, MostCharacters, meanings: false), Title);
        Count(words.In(article.Text, MostCharacters, meanings: false), 1);
        return counts.ToDictionary(word => word.Key, word => (1 + Math.Log(word.Value.Count)) * Weight(word.Value.Kind), StringComparer.Ordinal);

        void Count(IEnumerable<Word> said, double each)
        {
            foreach (var word in said)
                counts[word.Term] = (counts.GetValueOrDefault(word.Term).Count + each, word.Kind);
        }
    }

    private static double Weight(WordKind kind) => kind is WordKind.Amount or WordKind.Version ? Figure : 1;
}
