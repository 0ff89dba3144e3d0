using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Stories → groups about one subject, by modularity on the graph of each story's nearest ones.</summary>
internal sealed class Emergence
{
    private readonly IReadOnlyList<Story> _stories;
    private readonly IReadOnlyList<TermVector> _vectors;
    private readonly IReadOnlyList<Likeness> _edges;
    private readonly double[] _degrees;
    private readonly ThemeOptions _options;

    /// <param name="stories">In an order that doesn't depend on the order of arrival.</param>
    public Emergence(IReadOnlyList<Story> stories, ThemeOptions options, Subjects read)
    {
        var subjects = Boilerplate.Without([.. stories.Zip(read.Of(stories), (story, subject) => (story.Lead.Publisher, subject))]);
        var space = new TermSpace(subjects);
        (_stories, _options, _vectors) = (stories, options, [.. subjects.Select(space.Vector)]);
        _edges = Neighbours.Of(_vectors, options.Neighbours, options.Least, (_, _, cosine) => cosine);
        _degrees = new double[stories.Count];
        foreach (var edge in _edges)
        {
            _degrees[edge.First] += edge.Weight;
            _degrees[edge.Second] += edge.Weight;
        }
    }

    /// <summary>Groups of stories, of the fewest stories that make a theme or more. Too many come back where even the coarsest look finds them.</summary>
    public IReadOnlyList<IReadOnlyList<Story>> Groups(int fewest, int most)
    {
        if (_edges.Count == 0)
            return [];
        var groups = At(_options.Coarser[0]);
        if (groups.Count < fewest)
            return Finer(groups, fewest);
        return groups.Count > most ? Coarser(groups, fewest, most) : groups;
    }

    private IReadOnlyList<IReadOnlyList<Story>> Finer(IReadOnlyList<IReadOnlyList<Story>> groups, int fewest)
    {
        foreach (var next in _options.Finer.Select(At))
        {
            if (groups.Count < fewest && next.Count > groups.Count)
                groups = next;
        }

        return groups;
    }

    private IReadOnlyList<IReadOnlyList<Story>> Coarser(IReadOnlyList<IReadOnlyList<Story>> groups, int fewest, int most)
    {
        foreach (var next in _options.Coarser.Skip(1).Select(At))
        {
            if (groups.Count > most && next.Count >= fewest)
                groups = next;
        }

        return groups;
    }

    private IReadOnlyList<IReadOnlyList<Story>> At(double resolution)
    {
        var price = resolution / _degrees.Sum();
        var groups = Communities.Of(_edges, _degrees, new Resistance(price));
        var found = Enumerable.Range(0, groups.Length).GroupBy(i => groups[i]).Select(group => group.ToList())
            .Where(group => group.Count >= _options.FewestStories).ToList();
        if (found.Count == 0)
            return [];
        var centred = Centring.Of(_vectors, groups, [.. found.Select(group => groups[group[0]])], _options);
        return [.. centred.Select(Fitting).Where(group => group.Count >= _options.FewestStories)];
    }

    /// <summary>Those of a group that fit the rest of it, the most typical first.</summary>
    private IReadOnlyList<Story> Fitting(IReadOnlyList<int> members)
    {
        var sum = new Dictionary<int, double>();
        foreach (var member in members)
            Add(sum, _vectors[member]);
        var square = sum.OrderBy(term => term.Key).Sum(term => term.Value * term.Value);
        return [.. members.Select(member => (Member: member, Fit: Fit(_vectors[member], sum, square))).Where(pair => pair.Fit >= _options.LeastFit)
            .OrderByDescending(pair => pair.Fit).ThenBy(pair => pair.Member).Select(pair => _stories[pair.Member])];
    }

    private static void Add(Dictionary<int, double> sum, TermVector vector)
    {
        for (var i = 0; i < vector.Terms.Length; i++)
            sum[vector.Terms[i]] = sum.GetValueOrDefault(vector.Terms[i]) + vector.Weights[i];
    }

    /// <summary>The cosine of a story and the sum of the others in its group.</summary>
    private static double Fit(TermVector vector, Dictionary<int, double> sum, double square)
    {
        var dot = vector.Terms.Zip(vector.Weights).Sum(term => term.Second * sum[term.First]);
        // Without the story itself: |s - v|² = |s|² - 2 s·v + 1 and (s - v)·v = s·v - 1, as v has length one.
        var others = square - (2 * dot) + 1;
        return others <= 1e-9 ? 0 : (dot - 1) / Math.Sqrt(others);
    }
}
