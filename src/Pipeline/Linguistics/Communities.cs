namespace Pipeline.Linguistics;

/// <summary>
/// Groups in a weighted graph: Blondel et al. 2008 (Louvain), moving nodes in fixed order until none gains, then the groups as nodes.
/// </summary>
public static class Communities
{
    /// <summary>Rounds of moving on one level, and levels: neither is reached by real news; they bound hostile input.</summary>
    private const int MostRounds = 30, MostLevels = 20;

    /// <summary>The group of every node, numbered by first appearance.</summary>
    /// <param name="masses">What a node weighs against the edges: its degree for modularity, 1 for the constant Potts model.</param>
    /// <param name="resolution">Two groups join when the edges between them outweigh this times the product of their masses.</param>
    public static int[] Of(IReadOnlyList<Likeness> edges, double[] masses, double resolution)
    {
        var group = Enumerable.Range(0, masses.Length).ToArray();
        for (var level = 0; level < MostLevels; level++)
        {
            var moved = Level(edges, masses, resolution);
            var count = moved.Length == 0 ? 0 : moved.Max() + 1;
            for (var i = 0; i < group.Length; i++)
                group[i] = moved[group[i]];
            if (count == masses.Length)
                break;
            (edges, masses) = Contract(edges, masses, moved, count);
        }

        return Renumbered(group);
    }

    private static int[] Level(IReadOnlyList<Likeness> edges, double[] masses, double resolution)
    {
        var neighbours = Adjacent(edges, masses.Length);
        var group = Enumerable.Range(0, masses.Length).ToArray();
        var sums = (double[])masses.Clone();
        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            moved = false;
            for (var i = 0; i < group.Length; i++)
                moved |= Move(i, neighbours[i], group, masses, sums, resolution);
        }

        return Renumbered(group);
    }

    private static bool Move(int node, List<(int Other, double Weight)> neighbours, int[] group, double[] masses, double[] sums, double resolution)
    {
        var old = group[node];
        sums[old] -= masses[node];
        var links = new SortedDictionary<int, double> { [old] = 0 };
        foreach (var (other, weight) in neighbours)
            links[group[other]] = links.GetValueOrDefault(group[other]) + weight;
        var (best, bestGain) = (old, links[old] - resolution * masses[node] * sums[old]);
        foreach (var (candidate, link) in links)
        {
            var gain = link - resolution * masses[node] * sums[candidate];
            if (gain > bestGain + 1e-12)
                (best, bestGain) = (candidate, gain);
        }

        group[node] = best;
        sums[best] += masses[node];
        return best != old;
    }

    private static List<(int Other, double Weight)>[] Adjacent(IReadOnlyList<Likeness> edges, int count)
    {
        var neighbours = new List<(int Other, double Weight)>[count];
        for (var i = 0; i < count; i++)
            neighbours[i] = [];
        foreach (var edge in edges)
        {
            neighbours[edge.First].Add((edge.Second, edge.Weight));
            neighbours[edge.Second].Add((edge.First, edge.Weight));
        }

        return neighbours;
    }

    private static (IReadOnlyList<Likeness> Edges, double[] Masses) Contract(IReadOnlyList<Likeness> edges, double[] masses, int[] group, int count)
    {
        var sums = new double[count];
        for (var i = 0; i < group.Length; i++)
            sums[group[i]] += masses[i];
        var weights = new Dictionary<(int, int), double>();
        foreach (var edge in edges)
        {
            var (a, b) = (Math.Min(group[edge.First], group[edge.Second]), Math.Max(group[edge.First], group[edge.Second]));
            if (a != b)
                weights[(a, b)] = weights.GetValueOrDefault((a, b)) + edge.Weight;
        }

        return ([.. weights.OrderBy(pair => pair.Key).Select(pair => new Likeness(pair.Key.Item1, pair.Key.Item2, pair.Value))], sums);
    }

    private static int[] Renumbered(int[] group)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var number in group)
            numbers.TryAdd(number, numbers.Count);
        return [.. group.Select(number => numbers[number])];
    }
}
