using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Terms by which a story or a theme is known again.</summary>
internal static class Signature
{
    private const int Neighbour = 20;

    /// <summary>The weightiest terms of some texts together, by weight and rarity.</summary>
    public static IReadOnlyDictionary<string, double> Of(IEnumerable<IReadOnlyDictionary<string, double>> texts, TermSpace space, int most)
    {
        var sum = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, weight) in texts.SelectMany(text => text.OrderBy(pair => pair.Key, StringComparer.Ordinal)))
            sum[term] = sum.GetValueOrDefault(term) + weight;
        var kept = sum.OrderByDescending(pair => pair.Value * space.Rarity(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most);
        return new SortedDictionary<string, double>(kept.ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, 4), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>The past one that each of the present is most like, by number; null where none is alike enough. Of equals the newest.</summary>
    public static int?[] Match(IReadOnlyList<Remembered> past, IReadOnlyList<IReadOnlyDictionary<string, double>> present, double same)
    {
        var texts = past.Select(remembered => remembered.Terms).Concat(present).ToList();
        var space = new TermSpace(texts);
        var best = new (int Past, double Weight)?[present.Count];
        var alike = Neighbours.Of([.. texts.Select(space.Vector)], Neighbour, same, (i, j, cosine) =>
            i < past.Count && j >= past.Count && !OtherVersion(texts[i], texts[j]) ? cosine : 0);
        foreach (var edge in alike)
        {
            var at = edge.Second - past.Count;
            if (best[at] is not { } known || edge.Weight > known.Weight)
                best[at] = (edge.First, edge.Weight);
        }

        return [.. best.Select(pair => pair?.Past)];
    }

    /// <summary>Whether both name releases of one thing, and none in common: 4.6 does not follow up 4.5, it is the next event.</summary>
    private static bool OtherVersion(IReadOnlyDictionary<string, double> one, IReadOnlyDictionary<string, double> other)
    {
        var (mine, theirs) = (Releases(one), Releases(other));
        return mine.Any(thing => theirs.Contains(thing.Key) && !thing.Intersect(theirs[thing.Key], StringComparer.Ordinal).Any());
    }

    private static ILookup<string, string> Releases(IReadOnlyDictionary<string, double> terms) =>
        terms.Keys.Where(term => term.LastIndexOf('-') is > 0 and var dash && dash + 1 < term.Length && char.IsAsciiDigit(term[dash + 1]))
            .ToLookup(term => term[..term.LastIndexOf('-')], StringComparer.Ordinal);
}
