using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>A voice as the words it is compared by.</summary>
/// <param name="Terms">Each term's weight, before rarity.</param>
/// <param name="Shared">Those of the terms that may stand in a text of another language.</param>
/// <param name="Title">The words of the title: what its versions and amounts contradict, no text makes good.</param>
internal sealed record Reading(
    Article Article, IReadOnlyDictionary<string, double> Terms, IReadOnlySet<string> Shared, IReadOnlyList<Word> Title)
{
    /// <summary>News tells what happened first: what is further down is background, which other stories share.</summary>
    private const int Lead = 1_000;

    public static Reading Of(Voice voice, Words words, StoryOptions options)
    {
        var article = voice.Articles.MaxBy(article => article.Text.Length)!;
        var title = words.In(voice.Original.Title);
        var text = words.In(article.Text, Lead);
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in title.Distinct())
            weights[word.Term] = Math.Max(weights.GetValueOrDefault(word.Term), options.TitleWeight * Weight(word, options));
        foreach (var word in text.GroupBy(word => word))
            weights[word.Key.Term] = weights.GetValueOrDefault(word.Key.Term) + ((1 + Math.Log(word.Count())) * Weight(word.Key, options));
        var shared = title.Concat(text).Where(word => word.Kind > WordKind.Pair).Select(word => word.Term);
        return new Reading(voice.Original, weights, shared.ToHashSet(StringComparer.Ordinal), title);
    }

    private static double Weight(Word word, StoryOptions options) => word.Kind switch
    {
        WordKind.Plain => 1,
        WordKind.Character => options.CharacterWeight,
        WordKind.Pair => options.PairWeight,
        _ => options.NameWeight,
    };
}
