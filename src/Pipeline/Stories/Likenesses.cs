using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>The graph of which voices resemble each other, in one language and across.</summary>
internal sealed class Likenesses
{
    private readonly IReadOnlyList<Reading> _readings;
    private readonly StoryOptions _options;
    private readonly Meanings? _meanings;
    private readonly TimeSpan _day;
    private readonly List<TermVector> _within;
    private readonly double[] _crowds;

    /// <summary>By names, numbers and what words mean; null where the week is in one language.</summary>
    private readonly List<TermVector>? _across;

    private Likenesses(IReadOnlyList<Reading> readings, StoryOptions options, Meanings? meanings)
    {
        (_readings, _options, _meanings, _day) = (readings, options, meanings, options.DayOf(readings.Count));
        _within = Vectors(readings, reading => reading.Terms);
        _crowds = Crowding.Of(readings, _within, options.ChineseChance);
        if (readings.Select(reading => reading.Article.Language).Distinct(StringComparer.Ordinal).Take(2).Count() > 1)
            _across = Vectors(readings, reading => reading.Across);
    }

    /// <summary>The readings without what their publishers say under everything.</summary>
    public static IReadOnlyList<Reading> Plain(IReadOnlyList<Reading> readings)
    {
        var texts = Boilerplate.Without([.. readings.Select(reading => (reading.Article.Publisher, reading.Terms))]);
        return [.. readings.Zip(texts, (reading, terms) => reading with { Terms = terms })];
    }

    /// <param name="readings">From <see cref="Plain"/>.</param>
    /// <param name="meanings">What an embedding model makes of them; null where none is asked.</param>
    public static IReadOnlyList<Likeness> Of(IReadOnlyList<Reading> readings, StoryOptions options, Meanings? meanings = null) =>
        new Likenesses(readings, options, meanings).Edges();

    private IReadOnlyList<Likeness> Edges()
    {
        var within = Neighbours.Of(_within, _options.Neighbours, _options.Least, (i, j, cosine) =>
            AtLeast(Least(_readings[i], _readings[j], _options), Weight(i, j, BeyondChance(i, j, cosine))));
        return Neighbours.Ordered(within.Concat(Across()).Concat(ByMeaning()));
    }

    /// <summary>Between languages the words that can't meet say nothing: names, numbers, and what words mean are compared alone.</summary>
    private IReadOnlyList<Likeness> Across() => _across is null ? [] : Neighbours.Of(_across, _options.Neighbours, _options.LeastAcross, (i, j, cosine) =>
        AreOfOneLanguage(i, j) || !AgreeTwice(_readings[i], _readings[j]) ? 0 : AtLeast(_options.LeastAcross, Weight(i, j, cosine)));

    /// <summary>What an embedding model puts side by side has met, whatever words it shares.</summary>
    private IReadOnlyList<Likeness> ByMeaning() => _meanings is null ? [] : Neighbours.Nearest(
        MeaningNeighbours.Of([.. _readings.Select(reading => reading.Meaning)], least: 0), _readings.Count, _options.Neighbours, (i, j, cosine) =>
            _meanings.Likeness(_readings[i].Article, _readings[j].Article, cosine) is not > 0
                ? 0
                : AtLeast(AreOfOneLanguage(i, j) ? Least(_readings[i], _readings[j], _options) : _options.LeastAcross, Weight(i, j, ByWords(i, j))));

    /// <summary>The likeness that the two would have met with by their words.</summary>
    private double ByWords(int i, int j)
    {
        var within = BeyondChance(i, j, _within[i].Cosine(_within[j]));
        return AreOfOneLanguage(i, j) || !AgreeTwice(_readings[i], _readings[j]) ? within : Math.Max(within, _across![i].Cosine(_across[j]));
    }

    private bool AreOfOneLanguage(int i, int j) => _readings[i].Article.Language == _readings[j].Article.Language;

    private double BeyondChance(int i, int j, double cosine)
    {
        var chance = Chance(_readings[i], _readings[j], (_crowds[i] + _crowds[j]) / 2, _options);
        return (cosine - chance) / (1 - chance);
    }

    private double Weight(int i, int j, double words)
    {
        var (one, other) = (_readings[i], _readings[j]);
        var near = Near(one.Article, other.Article, _day, _options);
        var house = one.Article.Publisher.Length > 0 && one.Article.Publisher == other.Article.Publisher ? _options.SamePublisher : 1;
        return WithMeaning(one, other, words) * near * house * (Contradictions.Between(one, other) ? _options.Contradicted : 1);
    }

    /// <summary>Where the model has nothing to say of the two, their words alone count.</summary>
    private double WithMeaning(Reading one, Reading other, double words)
    {
        if (one.Meaning is not { } mine || other.Meaning is not { } theirs || _meanings!.Likeness(one.Article, other.Article, mine.Cosine(theirs)) is not { } meant)
            return words;
        var share = one.Article.Language == other.Article.Language ? _options.MeaningShare : _options.MeaningShareAcross;
        return (Math.Max(0, words) * (1 - share)) + (meant * share);
    }

    private static List<TermVector> Vectors(IReadOnlyList<Reading> readings, Func<Reading, IReadOnlyDictionary<string, double>> terms)
    {
        var space = new TermSpace(readings.Select(terms));
        return [.. readings.AsParallel().AsOrdered().Select(reading => space.Vector(terms(reading)))];
    }

    /// <summary>One name in common is a subject; an event takes a second word.</summary>
    private static bool AgreeTwice(Reading one, Reading other)
    {
        var common = one.Across.Keys.Where(other.Across.ContainsKey).Take(8).ToList();
        return common.Count > 1 && common.Any(term => term[0] != '~');
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
