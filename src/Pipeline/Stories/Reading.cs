using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>A voice as the words it is compared by.</summary>
/// <param name="Terms">Each term's weight, before rarity.</param>
/// <param name="Across">The same of what may stand in a text of another language: names, numbers, and what words mean.</param>
/// <param name="Title">The versions and amounts of the title: what they contradict, no text makes good.</param>
internal sealed record Reading(
    Article Article, IReadOnlyDictionary<string, double> Terms, IReadOnlyDictionary<string, double> Across, IReadOnlyList<Word> Title)
{
    /// <summary>News tells what happened first: what is further down is background, which other stories share.</summary>
    private const int Lead = 1_000;

    /// <summary>Null where no embedding model was asked, or there was nothing to ask.</summary>
    public MeaningVector? Meaning { get; init; }

    public static Reading Of(Voice voice, Words words, StoryOptions options, Meanings? meanings)
    {
        var article = voice.Articles.MaxBy(article => article.Text.Length)!;
        var title = words.In(voice.Original.Title);
        var text = words.In(article.Text, Lead);
        var (titles, texts) = (title.Distinct().ToList(), text.CountBy(word => word).ToList());
        return new Reading(
            voice.Original, Weights(titles, texts, word => word.Kind != WordKind.Meaning, options), Weights(titles, texts, word => word.Kind > WordKind.Pair, options), [.. title.Where(word => word.Kind is WordKind.Version or WordKind.Amount)])
        {
            Meaning = meanings?.Of(article),
        };
    }

    /// <returns>In the order of the terms, which the numbers that they are given later follow.</returns>
    private static SortedList<string, double> Weights(List<Word> title, List<KeyValuePair<Word, int>> text, Func<Word, bool> counts, StoryOptions options)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in title.Where(counts))
            weights[word.Term] = Math.Max(weights.GetValueOrDefault(word.Term), options.TitleWeight * Weight(word, options));
        foreach (var (word, count) in text.Where(word => counts(word.Key)))
            weights[word.Term] = weights.GetValueOrDefault(word.Term) + ((1 + Math.Log(count)) * Weight(word, options));
        return new SortedList<string, double>(weights, StringComparer.Ordinal);
    }

    private static double Weight(Word word, StoryOptions options) => word.Kind switch
    {
        WordKind.Plain => 1,
        WordKind.Character => options.CharacterWeight,
        WordKind.Pair => options.PairWeight,
        WordKind.Meaning => options.MeaningWeight,
        _ => options.NameWeight,
    };
}
