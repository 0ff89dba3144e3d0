namespace Pipeline.Linguistics;

/// <summary>What holds two groups apart: they join only when the edges between them outweigh it.</summary>
/// <param name="Price">The penalty for each pair of nodes, one from either group.</param>
/// <param name="Saturation">From this mass on a group costs no more to join.</param>
public sealed record Resistance(double Price, double Saturation = double.PositiveInfinity)
{
    internal double Between(double one, double other) =>
        Price * Math.Min(one, other) * Math.Min(Math.Max(one, other), Saturation);
}

/// <summary>
/// Groups in a weighted graph: Louvain (Blondel et al. 2008), nodes moving in a fixed order until none gains, then the groups as
/// nodes. With masses of 1 it is the constant Potts model (Traag et al. 2011), whose groups don't depend on how large the rest
/// of the graph is; with degrees as masses and a price of 1/2m it is modularity.
/// </summary>
public static class Communities
{
    /// <summary>Rounds of moving on one level, and levels: bounds for hostile input, not reached by news.</summary>
    private const int MostRounds = 30, MostLevels = 20;

    /// <summary>A gain below this is rounding.</summary>
    private const double Least = 1e-12;

    /// <summary>The group of every node, numbered by first appearance.</summary>
    public static int[] Of(IReadOnlyList<Likeness> edges, double[] masses, Resistance resistance)
    {
        var groups = Enumerable.Range(0, masses.Length).ToArray();
        for (var level = 0; level < MostLevels; level++)
        {
            var moved = Level(edges, masses, resistance);
            groups = [.. groups.Select(group => moved[group])];
            var count = moved.DefaultIfEmpty(-1).Max() + 1;
            if (count == masses.Length)
                break;
            (edges, masses) = Contract(edges, masses, moved, count);
        }

        return Renumbered(groups);
    }

    private static int[] Level(IReadOnlyList<Likeness> edges, double[] masses, Resistance resistance)
    {
        var neighbours = Adjacent(edges, masses.Length);
        var groups = Enumerable.Range(0, masses.Length).ToArray();
        var sums = (double[])masses.Clone();
        var links = new Links(masses.Length);
        var moved = true;
        for (var round = 0; moved && round < MostRounds; round++)
        {
            moved = false;
            for (var node = 0; node < groups.Length; node++)
            {
                var old = groups[node];
                sums[old] -= masses[node];
                groups[node] = Best(old, neighbours[node], groups, links, group => resistance.Between(masses[node], sums[group]));
                sums[groups[node]] += masses[node];
                moved |= groups[node] != old;
            }
        }

        return Renumbered(groups);
    }

    /// <summary>The group that a node gains most by; a tie stays, or goes to the lowest number.</summary>
    private static int Best(int old, List<(int Other, double Weight)> neighbours, int[] groups, Links links, Func<int, double> resistance)
    {
        foreach (var (other, weight) in neighbours)
            links.Add(groups[other], weight);
        var (best, gain) = (old, links.To(old) - resistance(old));
        foreach (var candidate in links.Groups())
        {
            if (links.To(candidate) - resistance(candidate) > gain + Least)
                (best, gain) = (candidate, links.To(candidate) - resistance(candidate));
        }

        links.Clear();
        return best;
    }

    /// <summary>The weight of one node's edges to each group, kept from node to node so that none asks for memory of its own.</summary>
    private sealed class Links(int groups)
    {
        private readonly double[] _weights = new double[groups];
        private readonly List<int> _linked = [];

        public void Add(int group, double weight)
        {
            if (_weights[group] == 0)
                _linked.Add(group);
            _weights[group] += weight;
        }

        public double To(int group) => _weights[group];

        /// <summary>In ascending order.</summary>
        public List<int> Groups()
        {
            _linked.Sort();
            return _linked;
        }

        public void Clear()
        {
            foreach (var group in _linked)
                _weights[group] = 0;
            _linked.Clear();
        }
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

    private static (IReadOnlyList<Likeness> Edges, double[] Masses) Contract(IReadOnlyList<Likeness> edges, double[] masses, int[] groups, int count)
    {
        var sums = new double[count];
        for (var i = 0; i < groups.Length; i++)
            sums[groups[i]] += masses[i];
        var weights = new SortedDictionary<(int First, int Second), double>();
        foreach (var edge in edges)
        {
            var (one, other) = (groups[edge.First], groups[edge.Second]);
            var pair = (Math.Min(one, other), Math.Max(one, other));
            if (one != other)
                weights[pair] = weights.GetValueOrDefault(pair) + edge.Weight;
        }

        return ([.. weights.Select(pair => new Likeness(pair.Key.First, pair.Key.Second, pair.Value))], sums);
    }

    private static int[] Renumbered(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        foreach (var group in groups)
            numbers.TryAdd(group, numbers.Count);
        return [.. groups.Select(group => numbers[group])];
    }
}
