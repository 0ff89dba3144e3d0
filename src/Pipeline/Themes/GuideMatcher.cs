using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Stories → the guides that editors expect them under.</summary>
internal static class GuideMatcher
{
    private const int MostCharacters = 4_000;

    /// <summary>A keyword said once more says little more.</summary>
    private const int MostCounted = 3;

    /// <summary>A keyword of the title against one of the text.</summary>
    private const double Title = 3;

    /// <summary>Without a keyword in a title, this many mentions in the lead article's text are asked for: one is in passing.</summary>
    private const int FewestMentions = 3;

    /// <summary>The guide of each story, by number; null where none matches well enough. A tie goes to the guide that stands first.</summary>
    public static IReadOnlyList<int?> Match(IReadOnlyList<Story> stories, IReadOnlyList<ThemeGuide> guides)
    {
        var keywords = guides.SelectMany((guide, number) => guide.Keywords.Select(keyword => (Guide: number, Keyword: FoldedText.Fold(keyword))))
            .Where(pair => pair.Keyword.Length > 0).Distinct().ToList();
        var hits = stories.Select(story => Hits(story, [.. keywords.Select(pair => pair.Keyword)])).ToList();
        var rarity = keywords.Select((_, k) => Rarity(hits.Count(hit => hit[k] != default), stories.Count)).ToList();
        return [.. hits.Select(hit => Best(hit, keywords, rarity))];
    }

    private static List<(int Titles, int Texts)> Hits(Story story, List<string> keywords)
    {
        var titles = story.Voices.Select(voice => new FoldedText(voice.Original.Title, MostCharacters)).ToList();
        var text = new FoldedText(story.Lead.Text, MostCharacters);
        return [.. keywords.Select(keyword =>
            (titles.Any(title => title.Count(keyword, 1) > 0) ? 1 : 0, text.Count(keyword, MostCounted)))];
    }

    /// <summary>What every story says tells none apart; it still counts a little, where nothing rarer does.</summary>
    private static double Rarity(int stories, int all) => 0.1 + Math.Log((all + 1.0) / (stories + 0.5));

    private static int? Best(List<(int Titles, int Texts)> hits, List<(int Guide, string Keyword)> keywords, List<double> rarity)
    {
        var ranked = Enumerable.Range(0, keywords.Count).Where(k => hits[k] != default).GroupBy(k => keywords[k].Guide)
            .Where(guide => guide.Any(k => hits[k].Titles > 0) || guide.Sum(k => hits[k].Texts) >= FewestMentions)
            .Select(guide => (Guide: guide.Key, Score: guide.Sum(k => rarity[k] * ((Title * hits[k].Titles) + Math.Sqrt(hits[k].Texts)))))
            .OrderByDescending(guide => guide.Score).ThenBy(guide => guide.Guide).ToList();
        return ranked.Count == 0 ? null : ranked[0].Guide;
    }
}
