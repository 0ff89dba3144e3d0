using Pipeline.Linguistics;

namespace Pipeline.Stories;

/// <summary>
/// The cosine that a Chinese text has with others by chance. Where many reports of a kind share its formulas (results,
/// matches, weather), it is high, and two of them must agree on more to tell of one event. It is the mean similarity to
/// neighbours of Conneau et al. 2018 ("Word translation without parallel data", section 2.3), but skips the nearest, which
/// may be the other tellings of a large event, and has bounds: what is larger still is no crowd either.
/// </summary>
internal static class Crowding
{
    /// <summary>Of a text's neighbours, the nearest first: how many are skipped, how many taken.</summary>
    private const int Skipped = 20, Taken = 10;

    /// <summary>The cosine from which texts are neighbours; below it chance is below its bound.</summary>
    private const double Alike = 0.1;

    /// <summary>By how much nearer neighbours, could they be told from the event's own, are more alike than those taken; measured.</summary>
    private const double Nearer = 1.1;

    /// <returns>By reading; 0 for another language.</returns>
    public static double[] Of(IReadOnlyList<Reading> readings, IReadOnlyList<TermVector> vectors, (double Least, double Most) chance)
    {
        var chances = new double[readings.Count];
        var chinese = Enumerable.Range(0, readings.Count).Where(i => readings[i].Article.Language == "zh").ToArray();
        var near = chinese.Select(_ => new List<double>(Skipped + Taken)).ToArray();
        foreach (var pair in Neighbours.Of([.. chinese.Select(i => vectors[i])], Skipped + Taken, Alike, (_, _, cosine) => cosine))
        {
            near[pair.First].Add(pair.Weight);
            near[pair.Second].Add(pair.Weight);
        }

        for (var i = 0; i < chinese.Length; i++)
            chances[chinese[i]] = Math.Clamp(Nearer * Farther(near[i]), chance.Least, chance.Most);
        return chances;
    }

    /// <summary>The mean of those behind the nearest; where there are fewer, it is no crowd.</summary>
    private static double Farther(List<double> near) => near.OrderDescending().Skip(Skipped).Take(Taken).Sum() / Taken;
}
