using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>The graph of which voices resemble each other, in one language and across.</summary>
internal static class Likenesses
{
    /// <summary>The readings without what their publishers say under everything.</summary>
    public static IReadOnlyList<Reading> Plain(IReadOnlyList<Reading> readings)
    {
        var texts = Boilerplate.Without([.. readings.Select(reading => (reading.Article.Publisher, reading.Terms))]);
        return [.. readings.Zip(texts, (reading, terms) => reading with { Terms = terms })];
    }

    /// <param name="readings">From <see cref="Plain"/>.</param>
    public static IReadOnlyList<Likeness> Of(IReadOnlyList<Reading> readings, StoryOptions options)
    {
        var space = new TermSpace(readings.Select(reading => reading.Terms));
        var day = options.DayOf(readings.Count);
        var vectors = readings.Select(reading => space.Vector(reading.Terms)).ToList();
        var crowds = Crowding.Of(readings, vectors, options.ChineseChance);
        double Weigh(int i, int j, double cosine, double chance) => Weight(readings[i], readings[j], cosine, chance, day, options);
        var within = Neighbours.Of(vectors, options.Neighbours, options.Least, (i, j, cosine) =>
            AtLeast(Least(readings[i], readings[j], options), Weigh(i, j, cosine, Chance(readings[i], readings[j], (crowds[i] + crowds[j]) / 2, options))));
        return Neighbours.Ordered(within.Concat(Across(readings, options, (i, j, cosine) => AtLeast(options.LeastAcross, Weigh(i, j, cosine, 0)))));
    }

    /// <summary>Between languages the words that can't meet say nothing: names, numbers, and what words mean are compared alone.</summary>
    private static IReadOnlyList<Likeness> Across(IReadOnlyList<Reading> readings, StoryOptions options, Func<int, int, double, double> weigh)
    {
        if (readings.Select(reading => reading.Article.Language).Distinct(StringComparer.Ordinal).Take(2).Count() < 2)
            return [];
        var space = new TermSpace(readings.Select(reading => reading.Across));
        var vectors = readings.Select(reading => space.Vector(reading.Across)).ToList();
        return Neighbours.Of(vectors, options.Neighbours, options.LeastAcross, (i, j, cosine) =>
            readings[i].Article.Language == readings[j].Article.Language || !AgreeTwice(readings[i], readings[j]) ? 0 : weigh(i, j, cosine));
    }

    /// <summary>One name in common is a subject; an event takes a second word.</summary>
    private static bool AgreeTwice(Reading one, Reading other)
    {
        var common = one.Across.Keys.Where(other.Across.ContainsKey).Take(8).ToList();
        return common.Count > 1 && common.Any(term => term[0] != '~');
    }

    private static double Weight(Reading one, Reading other, double cosine, double chance, TimeSpan day, StoryOptions options)
    {
        var near = Near(one.Article, other.Article, day, options);
        cosine = (cosine - chance) / (1 - chance);
        var house = one.Article.Publisher.Length > 0 && one.Article.Publisher == other.Article.Publisher ? options.SamePublisher : 1;
        return cosine * near * house * (Contradictions.Between(one, other) ? options.Contradicted : 1);
    }

    private static double Near(Article one, Article other, TimeSpan day, StoryOptions options)
    {
        if (one.DatedBy == DatedBy.FirstSeen || other.DatedBy == DatedBy.FirstSeen)
            return options.Undated;
        var days = Apart(one.Published, other.Published) / day;
        return options.Timeless + ((1 - options.Timeless) / (1 + (days * days)));
    }

    private static double AtLeast(double least, double weight) => weight < least ? 0 : weight;

    private static double Least(Reading one, Reading other, StoryOptions options) =>
        one.Article.Language == "zh" && other.Article.Language == "zh" ? options.LeastChinese : options.Least;

    /// <summary>The cosine that two texts have though they tell of different events.</summary>
    private static double Chance(Reading one, Reading other, double crowd, StoryOptions options)
    {
        if (one.Article.Language != other.Article.Language)
            return 0;
        var length = Math.Min(1, Math.Min(one.Terms.Count, other.Terms.Count) / (double)options.LongText);
        return Math.Max(crowd, options.LongChance * length * length);
    }

    /// <summary>At least so long apart: midnight is what a date alone is written as, and a date is a day long.</summary>
    private static TimeSpan Apart(DateTimeOffset one, DateTimeOffset other)
    {
        var apart = (other - one).Duration();
        if (one.TimeOfDay == TimeSpan.Zero || other.TimeOfDay == TimeSpan.Zero)
            apart -= TimeSpan.FromDays(1);
        return apart > TimeSpan.Zero ? apart : TimeSpan.Zero;
    }
}
