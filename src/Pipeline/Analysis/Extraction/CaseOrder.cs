using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>In which order a theme's stories are told: who vouches for them, how well they can be told, and not the same house again and again.</summary>
internal static class CaseOrder
{
    /// <summary>A sentence in the digest's language is worth this much more than one that is quoted in another, a sentence this much more than a title.</summary>
    private const double Foreign = 0.55, Bare = 0.3;

    /// <summary>What an earlier week told is news by half, as is what nobody has dated.</summary>
    private const double Old = 0.5;

    /// <summary>By so much a house that has just told a case steps back for others.</summary>
    private const double StepBack = 0.35;

    public static IEnumerable<(Story Story, List<Candidate> Candidates)> Of(IEnumerable<(Story Story, List<Candidate> Candidates)> stories, Draft draft)
    {
        var waiting = stories.Where(pair => pair.Candidates.Count > 0).Select(pair => (pair.Story, pair.Candidates, Weight: Weight(pair.Story, pair.Candidates[0], draft))).ToList();
        var led = new Dictionary<string, int>(StringComparer.Ordinal);
        while (waiting.Count > 0)
        {
            var next = waiting.MaxBy(pair => Math.Round(pair.Weight / (1 + StepBack * led.GetValueOrDefault(House(pair.Candidates))), 9));
            led[House(next.Candidates)] = led.GetValueOrDefault(House(next.Candidates)) + 1;
            waiting.Remove(next);
            yield return (next.Story, next.Candidates);
        }
    }

    private static string House(List<Candidate> candidates) => candidates[0].Article.Publisher;

    private static double Weight(Story story, Candidate best, Draft draft)
    {
        var publishers = story.Articles.GroupBy(article => article.Publisher, StringComparer.Ordinal).Sum(publisher => publisher.Max(article => article.Weight));
        return (publishers + best.Score / 6)
            * (best.Passage == Passage.Title ? Bare : 1) * (draft.IsOwn(best.Article) ? 1 : Foreign)
            * (story.Since is not null || story.Articles.All(article => article.DatedBy == DatedBy.FirstSeen) ? Old : 1);
    }
}
