using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Stories → themes: first those that editors expect, then those that emerge from the rest.</summary>
public static class ThemeGrouper
{
    /// <param name="language">The digest's, which emerging themes are named in: <c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="subjects">The week's, where <see cref="Recollection"/> asks for them too.</param>
    public static Grouping Group(IReadOnlyList<Story> stories, IReadOnlyList<ThemeGuide> guides, string language, Subjects? subjects = null) =>
        Group(stories, guides, language, new ThemeOptions(), subjects);

    public static Grouping Group(IReadOnlyList<Story> stories, IReadOnlyList<ThemeGuide> guides, string language, ThemeOptions options, Subjects? subjects = null)
    {
        var ordered = stories.Select(story => (story.Id, Story: story)).OrderBy(pair => pair.Id, StringComparer.Ordinal).Select(pair => pair.Story).ToList();
        var guided = Guided(ordered, guides, language, options);
        var rest = ordered.Except(guided.SelectMany(theme => theme.Stories), ReferenceEqualityComparer.Instance).Cast<Story>().ToList();
        var emerged = Emerged(rest, guided, language, options, subjects ?? new Subjects());
        // Of equal weight, by the leading story: names differ with the language, and the order gives the anchors.
        var themes = guided.Concat(emerged).OrderByDescending(theme => Ranking.Weight(theme.Stories)).ThenBy(theme => theme.Stories[0].Id, StringComparer.Ordinal).ToList();
        var told = themes.SelectMany(theme => theme.Stories).ToHashSet(ReferenceEqualityComparer.Instance);
        return new Grouping(themes, Ranking.Order(ordered.Where(story => !told.Contains(story))));
    }

    private static List<Theme> Guided(List<Story> stories, IReadOnlyList<ThemeGuide> guides, string language, ThemeOptions options)
    {
        var match = GuideMatcher.Match(stories, guides);
        return [.. Enumerable.Range(0, stories.Count).Where(i => match[i] is not null).GroupBy(i => match[i]!.Value, i => stories[i])
            .Where(group => group.Count() >= options.FewestStories)
            .OrderByDescending(Ranking.Weight).ThenBy(group => group.Key).Take(options.Most).OrderBy(group => group.Key)
            .Select(group => new Theme(guides[group.Key].NameIn(language), Ranking.Order(group)) { Guide = guides[group.Key].Name })];
    }

    private static List<Theme> Emerged(List<Story> stories, List<Theme> guided, string language, ThemeOptions options, Subjects subjects)
    {
        var (fewest, most) = (Math.Max(0, options.Fewest - guided.Count), options.Most - guided.Count);
        if (most == 0 || stories.Count < options.FewestStories)
            return [];
        var names = guided.Select(theme => theme.Name).ToHashSet(StringComparer.Ordinal);
        var themes = new List<Theme>();
        foreach (var group in new Emergence(stories, options, subjects).Groups(fewest, most).OrderByDescending(Ranking.Weight).Take(most))
        {
            // Beside the editors' themes, what is left over is no line of development only because it is left over.
            if (guided.Count > 0 && themes.Count >= fewest && !ThemeNames.HasSharedPhrase(group, language))
                continue;
            themes.Add(new Theme(ThemeNames.Of(group, language, names), Ranking.Order(group)));
            names.Add(themes[^1].Name);
        }

        return themes;
    }
}
