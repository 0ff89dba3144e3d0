namespace Pipeline.Linguistics;

/// <summary>A pair of texts, the first before the second, and how alike they are.</summary>
public readonly record struct Likeness(int First, int Second, double Weight);

/// <summary>Each text's nearest neighbours, by an inverted index: no pair is looked at that shares no telling term.</summary>
public static class Neighbours
{
    /// <summary>How many of a text's weightiest terms look for its neighbours; the others only count once two texts have met.</summary>
    private const int Probes = 24;

    /// <summary>How far back a term's list of texts is read. Keeps the work per text bounded, whatever the number of texts.</summary>
    private const int Reach = 800;

    /// <summary>How many texts one is compared with, those first that it shares its weightiest terms with.</summary>
    private const int MostCandidates = 1_000;

    /// <param name="vectors">In an order of their own that doesn't depend on the order of arrival.</param>
    /// <param name="most">How many neighbours a text may keep; an edge stays where either end keeps it.</param>
    /// <param name="least">The cosine from which two texts are looked at.</param>
    /// <param name="likeness">The weight of an edge from the two numbers and their cosine; what is not positive is no edge.</param>
    /// <returns>Ordered by the first text, then the second.</returns>
    public static IReadOnlyList<Likeness> Of(IReadOnlyList<TermVector> vectors, int most, double least, Func<int, int, double, double> likeness) =>
        Nearest(Meetings(vectors, least), vectors.Count, most, likeness);

    /// <param name="met">The pairs that are looked at, each with its cosine, in an order that doesn't depend on the order of arrival.</param>
    /// <param name="count">How many texts there are.</param>
    /// <inheritdoc cref="Of"/>
    public static IReadOnlyList<Likeness> Nearest(IEnumerable<Likeness> met, int count, int most, Func<int, int, double, double> likeness)
    {
        var nearest = new PriorityQueue<Likeness, double>[count];
        for (var i = 0; i < nearest.Length; i++)
            nearest[i] = new PriorityQueue<Likeness, double>();
        foreach (var pair in met)
        {
            var weight = likeness(pair.First, pair.Second, pair.Weight);
            if (weight <= 0)
                continue;
            Keep(nearest[pair.First], pair with { Weight = weight }, most);
            Keep(nearest[pair.Second], pair with { Weight = weight }, most);
        }

        return Ordered(nearest.SelectMany(queue => queue.UnorderedItems.Select(item => item.Element)));
    }

    /// <summary>By the first text, then the second; of one pair the heaviest alone.</summary>
    public static IReadOnlyList<Likeness> Ordered(IEnumerable<Likeness> pairs)
    {
        // Sorted in place: a large week has millions, and a hash of them all is what it once took most memory for.
        var all = pairs.ToList();
        all.Sort((one, other) => (one.First, one.Second, -one.Weight).CompareTo((other.First, other.Second, -other.Weight)));
        var kept = 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (kept == 0 || (all[kept - 1].First, all[kept - 1].Second) != (all[i].First, all[i].Second))
                all[kept++] = all[i];
        }

        all.RemoveRange(kept, all.Count - kept);
        return all;
    }

    /// <summary>A tie keeps the pair that came first.</summary>
    private static void Keep(PriorityQueue<Likeness, double> nearest, Likeness pair, int most)
    {
        if (nearest.Count < most)
            nearest.Enqueue(pair, pair.Weight);
        else if (nearest.TryPeek(out _, out var weakest) && weakest < pair.Weight)
            nearest.EnqueueDequeue(pair, pair.Weight);
    }

    private static IEnumerable<Likeness> Meetings(IReadOnlyList<TermVector> vectors, double least)
    {
        var shared = Shared(vectors);
        var postings = new Dictionary<int, List<int>>();
        var met = new int[vectors.Count];
        var weights = new double[vectors.Select(vector => vector.Terms.Length == 0 ? 0 : vector.Terms[^1] + 1).DefaultIfEmpty().Max()];
        for (var i = 0; i < vectors.Count; i++)
        {
            vectors[i].Scatter(weights);
            var candidates = 0;
            foreach (var term in Telling(vectors[i], shared))
            {
                if (!postings.TryGetValue(term, out var list))
                    postings[term] = list = [];
                for (var j = list.Count - 1; candidates < MostCandidates && j >= Math.Max(0, list.Count - Reach); j--)
                {
                    if (met[list[j]] == i + 1)
                        continue;
                    met[list[j]] = i + 1;
                    candidates++;
                    var cosine = vectors[list[j]].Dot(weights);
                    if (cosine >= least)
                        yield return new Likeness(list[j], i, cosine);
                }

                list.Add(i);
            }

            vectors[i].Clear(weights);
        }
    }

    /// <summary>The terms that can lead anywhere. Those of one text alone are its rarest, and would use up its probes.</summary>
    private static HashSet<int> Shared(IReadOnlyList<TermVector> vectors)
    {
        var (once, twice) = (new HashSet<int>(), new HashSet<int>());
        foreach (var term in vectors.SelectMany(vector => vector.Terms))
        {
            if (!once.Add(term))
                twice.Add(term);
        }

        return twice;
    }

    private static IEnumerable<int> Telling(TermVector vector, HashSet<int> shared) =>
        vector.Terms.Zip(vector.Weights).Where(pair => shared.Contains(pair.First))
            .OrderByDescending(pair => pair.Second).ThenBy(pair => pair.First).Take(Probes).Select(pair => pair.First);
}
