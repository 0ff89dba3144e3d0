using Pipeline.Linguistics;

namespace Pipeline.Themes;

/// <summary>
/// Spherical k-means (Dhillon and Modha 2001) from given groups: a story goes where the whole group is most like it. The graph that
/// the groups come from sees each story's nearest ones only, and puts those on a border on either side of it.
/// </summary>
internal static class Centring
{
    /// <summary>A bound for hostile input: news settles in less.</summary>
    private const int MostRounds = 20;

    /// <param name="groups">The group of every vector; those that are not among <paramref name="seeds"/> are left to be drawn in, or out.</param>
    /// <returns>The members of each group that keeps any.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<TermVector> vectors, int[] groups, int[] seeds, ThemeOptions options)
    {
        var size = vectors.Select(vector => vector.Terms.Length == 0 ? 0 : vector.Terms[^1] + 1).DefaultIfEmpty().Max();
        var of = groups.Select(group => Array.IndexOf(seeds, group)).ToArray();
        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            var centres = Centres(vectors, of, seeds.Length, size);
            moved = false;
            for (var i = 0; i < of.Length; i++)
            {
                var nearest = Nearest(vectors[i], centres, of[i], options.LeastFit);
                moved |= nearest != of[i];
                of[i] = nearest;
            }
        }

        return [.. Enumerable.Range(0, of.Length).Where(i => of[i] >= 0).GroupBy(i => of[i]).Select(group => group.ToList())];
    }

    private static double[][] Centres(IReadOnlyList<TermVector> vectors, int[] of, int count, int size)
    {
        var centres = Enumerable.Range(0, count).Select(_ => new double[size]).ToArray();
        for (var i = 0; i < of.Length; i++)
        {
            for (var t = 0; of[i] >= 0 && t < vectors[i].Terms.Length; t++)
                centres[of[i]][vectors[i].Terms[t]] += vectors[i].Weights[t];
        }

        foreach (var centre in centres)
        {
            var norm = Math.Sqrt(centre.Sum(weight => weight * weight));
            for (var t = 0; norm > 0 && t < centre.Length; t++)
                centre[t] /= norm;
        }

        return centres;
    }

    /// <summary>A tie stays, or goes to the first; -1 where nothing is near enough.</summary>
    private static int Nearest(TermVector vector, double[][] centres, int old, double least)
    {
        var (best, most) = (-1, least);
        for (var c = 0; c < centres.Length; c++)
        {
            var cosine = vector.Dot(centres[c]);
            if (cosine > most || (cosine == most && c == old))
                (best, most) = (c, cosine);
        }

        return best;
    }
}
