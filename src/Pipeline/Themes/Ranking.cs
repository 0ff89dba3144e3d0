using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Weight of evidence: who tells it, how much they count, and not the same house again and again.</summary>
internal static class Ranking
{
    /// <summary>How far down publishers are spread; below, nobody reads in order.</summary>
    private const int Spread = 40;

    /// <summary>The source weights of a story's publishers, each counted once, and a little for a text that can be quoted.</summary>
    public static double Weight(Story story) => Weights(story).Sum(publisher => publisher.Weight) + (story.Lead.Text.Length >= 200 ? Novelty(story) * 0.25 : 0);

    /// <summary>What was told in an earlier week is news by half.</summary>
    private static double Novelty(Story story) => story.Since is null ? 1 : 0.5;

    /// <summary>The stories' weights, where the n-th story of one publisher counts the n-th part: a giant's ten announcements are about three stories.</summary>
    public static double Weight(IEnumerable<Story> stories) =>
        stories.SelectMany(Weights).GroupBy(publisher => publisher.Name, StringComparer.Ordinal).OrderBy(publisher => publisher.Key, StringComparer.Ordinal)
            .Sum(publisher => publisher.OrderByDescending(pair => pair.Weight).Select((pair, n) => pair.Weight / (n + 1)).Sum());

    /// <summary>The weightiest first; who has just led a story steps back for others.</summary>
    public static IReadOnlyList<Story> Order(IEnumerable<Story> stories)
    {
        var waiting = stories.OrderByDescending(Weight).ThenBy(story => story.Lead.Published).ThenBy(story => story.Id, StringComparer.Ordinal).ToList();
        var led = new Dictionary<string, int>(StringComparer.Ordinal);
        var ordered = new List<Story>();
        while (waiting.Count > 0 && ordered.Count < Spread)
        {
            var next = waiting.MaxBy(story => Weight(story) / (1 + led.GetValueOrDefault(story.Lead.Publisher)))!;
            led[next.Lead.Publisher] = led.GetValueOrDefault(next.Lead.Publisher) + 1;
            waiting.Remove(next);
            ordered.Add(next);
        }

        return [.. ordered, .. waiting];
    }

    private static IEnumerable<(string Name, double Weight)> Weights(Story story) =>
        story.Articles.GroupBy(article => article.Publisher, StringComparer.Ordinal)
            .Select(publisher => (publisher.Key, Novelty(story) * publisher.Max(article => article.Weight)));
}
