using Pipeline.Linguistics;

namespace Pipeline.Stories;

/// <summary>The graph of which voices resemble each other, in one language and across.</summary>
internal static class Likenesses
{
    public static IReadOnlyList<Likeness> Of(IReadOnlyList<Reading> readings, StoryOptions options)
    {
        var texts = Boilerplate.Without([.. readings.Select(reading => (reading.Article.Publisher, reading.Terms))]);
        readings = [.. readings.Zip(texts, (reading, terms) => reading with { Terms = terms })];
        var space = new TermSpace(texts);
        double Weigh(int i, int j, double cosine) => Weight(readings[i], readings[j], cosine, options);
        var within = Neighbours.Of([.. readings.Select(reading => space.Vector(reading.Terms))], options.Neighbours, options.Least, Weigh);
        return [.. within.Concat(Across(readings, space, options, Weigh)).GroupBy(edge => (edge.First, edge.Second))
            .Select(edges => edges.MaxBy(edge => edge.Weight)).OrderBy(edge => edge.First).ThenBy(edge => edge.Second)];
    }

    /// <summary>Between languages the words that can't meet say nothing: names, numbers, aliases and what both languages use are compared alone.</summary>
    private static IReadOnlyList<Likeness> Across(
        IReadOnlyList<Reading> readings, TermSpace space, StoryOptions options, Func<int, int, double, double> weigh)
    {
        var languages = readings.GroupBy(reading => reading.Article.Language, StringComparer.Ordinal).ToList();
        if (languages.Count < 2)
            return [];
        var common = languages.SelectMany(language => language.SelectMany(reading => reading.Terms.Keys).Distinct(StringComparer.Ordinal))
            .GroupBy(term => term, StringComparer.Ordinal).Where(term => term.Count() > 1).Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        var vectors = readings.Select(reading => space.Vector(reading.Terms, term => common.Contains(term) || reading.Shared.Contains(term))).ToList();
        return Neighbours.Of(vectors, options.Neighbours, options.LeastAcross, (i, j, cosine) =>
            readings[i].Article.Language == readings[j].Article.Language || !AgreeTwice(vectors[i], vectors[j]) ? 0 : weigh(i, j, cosine));
    }

    /// <summary>One name in common is a subject; an event takes a second word.</summary>
    private static bool AgreeTwice(TermVector one, TermVector other) => one.Terms.Intersect(other.Terms).Skip(1).Any();

    private static double Weight(Reading one, Reading other, double cosine, StoryOptions options)
    {
        var day = one.Article.Language == other.Article.Language ? options.Day : options.DayAcross;
        var days = (other.Article.Published - one.Article.Published) / day;
        var near = options.Timeless + ((1 - options.Timeless) / (1 + (days * days)));
        if (one.Article.Language == "zh" && other.Article.Language == "zh")
            cosine = (cosine - options.ChineseChance) / (1 - options.ChineseChance);
        return cosine * near * (Contradictions.Between(one, other) ? options.Contradicted : 1);
    }
}
