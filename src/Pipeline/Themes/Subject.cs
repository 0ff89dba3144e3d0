using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>A story as the words that tell what it is about.</summary>
internal static class Subject
{
    private const int MostCharacters = 4_000;

    /// <summary>More voices say the same again.</summary>
    private const int MostVoices = 8;

    private const double Title = 2;

    /// <summary>A number tells one event from another; it says next to nothing of the subject.</summary>
    private const double Figure = 0.3;

    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Of(IReadOnlyList<Story> stories) => Words.Each(stories, Aliases.Standard, Of);

    /// <summary>The mean of its voices, each of length one: none speaks louder for being long.</summary>
    /// <returns>In the order of the terms, which the numbers that they are given later follow.</returns>
    private static IReadOnlyDictionary<string, double> Of(Story story, Words words)
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
        Count(words.In(article.Title, MostCharacters), Title);
        Count(words.In(article.Text, MostCharacters), 1);
        return counts.ToDictionary(word => word.Key, word => (1 + Math.Log(word.Value.Count)) * Weight(word.Value.Kind), StringComparer.Ordinal);

        void Count(IEnumerable<Word> said, double each)
        {
            foreach (var word in said.Where(word => word.Kind is not WordKind.Meaning))
                counts[word.Term] = (counts.GetValueOrDefault(word.Term).Count + each, word.Kind);
        }
    }

    private static double Weight(WordKind kind) => kind is WordKind.Amount or WordKind.Version ? Figure : 1;
}
