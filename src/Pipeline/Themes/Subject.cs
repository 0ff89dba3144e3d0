using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>A story as the words that tell what it is about.</summary>
internal static class Subject
{
    private const int MostCharacters = 4_000;

    /// <summary>More voices say the same again.</summary>
    private const int MostVoices = 5;

    private const double Title = 2;

    /// <summary>A number tells one event from another; it says next to nothing of the subject.</summary>
    private const double Figure = 0.3;

    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Of(IReadOnlyList<Story> stories) => Words.Each(stories, Aliases.Standard, Of);

    private static IReadOnlyDictionary<string, double> Of(Story story, Words words)
    {
        var counts = new Dictionary<string, (double Count, WordKind Kind)>(StringComparer.Ordinal);
        void Count(string text, double each)
        {
            foreach (var word in words.In(text, MostCharacters).Where(word => word.Kind is not WordKind.Meaning))
                counts[word.Term] = (counts.GetValueOrDefault(word.Term).Count + each, word.Kind);
        }

        foreach (var voice in story.Voices.Take(MostVoices))
            Count(voice.Original.Title, Title);
        Count(story.Lead.Text, 1);
        return counts.OrderBy(word => word.Key, StringComparer.Ordinal).ToDictionary(word => word.Key, word => (1 + Math.Log(word.Value.Count)) * Weight(word.Value.Kind), StringComparer.Ordinal);
    }

    private static double Weight(WordKind kind) => kind is WordKind.Amount or WordKind.Version ? Figure : 1;
}
