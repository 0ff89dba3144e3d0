using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>Makes the figures of computed claims.</summary>
internal static class Count
{
    public static Figure Items(IEnumerable<Article> articles) => Of(Measure.Items, articles, article => article.Id);

    public static Figure Publishers(IEnumerable<Article> articles) => Of(Measure.Publishers, articles, article => article.Publisher);

    public static Figure Languages(IEnumerable<Article> articles) => Of(Measure.Languages, articles, article => article.Language);

    public static Figure Stories(IReadOnlyCollection<Story> stories) => new(Measure.Stories, stories.Count, Ids(stories.SelectMany(story => story.Articles)));

    public static Figure Themes(IReadOnlyCollection<Theme> themes) => new(Measure.Themes, themes.Count, Ids(themes.SelectMany(theme => theme.Articles)));

    /// <summary>Distinct, in an order of their own, so that the week's order of arrival leaves no trace.</summary>
    public static List<string> Ids(IEnumerable<Article> articles) =>
        [.. articles.Select(article => article.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Figure Of(Measure measure, IEnumerable<Article> articles, Func<Article, string> key)
    {
        var all = articles.ToList();
        return new Figure(measure, all.Select(key).Distinct(StringComparer.Ordinal).Count(), Ids(all));
    }
}
