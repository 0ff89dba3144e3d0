using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>Reads the decisions back from the graph that they were taken on.</summary>
internal sealed class Explanation
{
    private const int MostFeatures = 8, MostShown = 5;

    private readonly IReadOnlyList<Reading> _readings;
    private readonly TermSpace _within;
    private readonly TermSpace _across;

    private Explanation(IReadOnlyList<Reading> readings) =>
        (_readings, _within, _across) = (readings, new TermSpace(readings.Select(reading => reading.Terms)), new TermSpace(readings.Select(reading => reading.Across)));

    public static IReadOnlyList<Trace> Of(IReadOnlyList<Voice> voices, IReadOnlyList<Reading> readings, IReadOnlyList<Likeness> edges, int[] groups)
    {
        var explanation = new Explanation(readings);
        var beside = edges.SelectMany(edge => new[] { edge, new Likeness(edge.Second, edge.First, edge.Weight) }).ToLookup(edge => edge.First);
        return [.. voices.SelectMany((voice, i) => explanation.Tell(voice, i, beside[i], groups)).OrderBy(trace => trace.Article.Published).ThenBy(trace => trace.Article.Url, StringComparer.Ordinal)];
    }

    private IEnumerable<Trace> Tell(Voice voice, int at, IEnumerable<Likeness> beside, int[] groups)
    {
        var near = beside.OrderByDescending(edge => edge.Weight).ThenBy(edge => edge.Second).ToLookup(edge => groups[edge.Second] == groups[at]);
        yield return new Trace(voice.Original, null, [.. near[true].Take(MostShown).Select(Resemblance)], [.. near[false].Take(MostShown).Select(Resemblance)]);
        foreach (var copy in voice.Copies)
            yield return new Trace(copy, voice.Original, [], []);
    }

    private Resemblance Resemblance(Likeness edge)
    {
        var (one, other) = (_readings[edge.First], _readings[edge.Second]);
        var (space, terms, others) = one.Article.Language == other.Article.Language ? (_within, one.Terms, other.Terms) : (_across, one.Across, other.Across);
        var common = terms.Keys.Where(others.ContainsKey)
            .OrderByDescending(term => terms[term] * others[term] * space.Rarity(term) * space.Rarity(term)).ThenBy(term => term, StringComparer.Ordinal);
        return new Resemblance(other.Article, edge.Weight, [.. common.Take(MostFeatures)], Contradictions.Between(one, other));
    }
}
