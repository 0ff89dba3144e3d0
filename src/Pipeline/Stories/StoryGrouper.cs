using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <summary>Articles → stories.</summary>
public static class StoryGrouper
{
    public static IReadOnlyList<Story> Group(IReadOnlyList<Article> articles, StoryOptions? options = null)
    {
        options ??= new StoryOptions();
        var ordered = articles.OrderBy(a => a.Published).ThenBy(a => a.Url, StringComparer.Ordinal).ThenBy(a => a.Source, StringComparer.Ordinal).ToList();
        var words = new Words();
        var texts = ordered.Select(a => Features(words, a, options)).ToList();
        var vectors = TermSpace.Vectors(texts, options.Background);
        var edges = Neighbours.Of(vectors, options.Neighbours, options.Least, (i, j, cosine) =>
            Math.Pow(cosine, options.Power) * Decay((ordered[j].Published - ordered[i].Published).TotalHours, options));
        double[] masses = new double[ordered.Count];
        double resolution;
        if (options.Cpm > 0)
        {
            Array.Fill(masses, 1);
            resolution = options.Cpm;
        }
        else
        {
            foreach (var e in edges) { masses[e.First] += e.Weight; masses[e.Second] += e.Weight; }
            resolution = options.Resolution / Math.Max(1, edges.Count == 0 ? 1 : 2 * edges.Sum(e => e.Weight));
            if (StoryOptions.E("abs", 0) > 0) resolution = StoryOptions.E("abs", 0);
        }

        var group = Communities.Of(edges, masses, resolution);
        return [.. group.Zip(ordered).GroupBy(p => p.First).Select(g => new Story([.. g.Select(p => new Voice(p.Second, []))]))];
    }

    private static double Decay(double hours, StoryOptions options) => 1 / (1 + Math.Pow(hours / options.Hours, 2));

    private static Dictionary<string, double> Features(Words words, Article article, StoryOptions options)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var w in words.In(article.Title).Distinct())
            weights[w.Term] = Math.Max(weights.GetValueOrDefault(w.Term), options.TitleWeight * (w.Kind == WordKind.Plain ? 1 : options.NameWeight));
        foreach (var g in words.In(article.Text, 2000).GroupBy(w => w))
            weights[g.Key.Term] = weights.GetValueOrDefault(g.Key.Term) + (1 + Math.Log(g.Count())) * (g.Key.Kind == WordKind.Plain ? 1 : options.NameWeight);
        return new Dictionary<string, double>(weights, StringComparer.Ordinal);
    }
}
