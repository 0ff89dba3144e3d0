using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>Articles → stories.</summary>
public static class StoryGrouper
{
    /// <summary>From this many characters on an article has a text to quote from.</summary>
    private const int RealText = 200;

    /// <summary>The stories of a week, by their first article's instant. Every article stands in one of them.</summary>
    public static IReadOnlyList<Story> Group(IReadOnlyList<Article> articles) => Group(articles, new StoryOptions());

    /// <param name="meanings">What an embedding model makes of these articles; null where none is asked.</param>
    /// <inheritdoc cref="Group(IReadOnlyList{Article})"/>
    public static IReadOnlyList<Story> Group(IReadOnlyList<Article> articles, StoryOptions options, Meanings? meanings = null)
    {
        var (voices, _, _, groups) = Compare(articles, options, meanings);
        return [.. voices.Zip(groups).GroupBy(pair => pair.Second, pair => pair.First).Select(Tell)];
    }

    /// <summary>Why each article stands where it does, in the order of publication.</summary>
    public static IReadOnlyList<Trace> Explain(IReadOnlyList<Article> articles, StoryOptions options)
    {
        var (voices, readings, edges, groups) = Compare(articles, options, meanings: null);
        return Explanation.Of(voices, readings, edges, groups);
    }

    private static (IReadOnlyList<Voice> Voices, IReadOnlyList<Reading> Readings, IReadOnlyList<Likeness> Edges, int[] Groups) Compare(
        IReadOnlyList<Article> articles, StoryOptions options, Meanings? meanings)
    {
        var voices = WireCopies.Among(Ordered(articles));
        var readings = Likenesses.Plain(Words.Each(voices, options.Aliases, (voice, words) => Reading.Of(voice, words, options, meanings)));
        var edges = Likenesses.Of(readings, options, meanings);
        return (voices, readings, edges, Communities.Of(edges, [.. voices.Select(_ => 1.0)], options.Resistance));
    }

    /// <summary>The order that everything after it depends on, whatever the order of arrival.</summary>
    private static IEnumerable<Article> Ordered(IEnumerable<Article> articles) =>
        articles.OrderBy(article => article.Published).ThenBy(article => article.Url, StringComparer.Ordinal)
            .ThenBy(article => article.Source, StringComparer.Ordinal).ThenBy(article => article.Title, StringComparer.Ordinal)
            .ThenBy(article => article.Text, StringComparer.Ordinal);

    /// <summary>The most telling voice first: one with a text to quote, of a weighty source, that has much to say, told early.</summary>
    private static Story Tell(IEnumerable<Voice> voices) =>
        new([.. voices.OrderByDescending(voice => voice.Original.Text.Length >= RealText)
            .ThenByDescending(voice => voice.Original.Weight)
            .ThenByDescending(voice => Math.Min(voice.Original.Text.Length, 2_000) / RealText)
            .ThenBy(voice => voice.Original.Published).ThenBy(voice => voice.Original.Url, StringComparer.Ordinal)]);
}
