using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Analysis;

/// <summary>An article as far as it is counted.</summary>
public sealed record Counted(string Id, string Publisher, string Source, string Language, string Title);

/// <summary>A theme's name and the ids of its articles.</summary>
public sealed record CountedTheme(string Name, IReadOnlyCollection<string> Articles);

/// <summary>What a week holds, so that a computed claim's figures can be counted again. It can be made of a published data file too.</summary>
public sealed class WeekTally
{
    private readonly Dictionary<string, Counted> _articles;
    private readonly ILookup<string, int> _stories;
    private readonly ILookup<string, int> _themes;

    /// <param name="stories">The ids of each story's articles.</param>
    /// <param name="labels">What a claim may say of the week that is no figure, such as its label and date.</param>
    public WeekTally(
        IEnumerable<Counted> articles, IEnumerable<IReadOnlyCollection<string>> stories, IReadOnlyList<CountedTheme> themes, IReadOnlyList<string> labels)
    {
        _articles = articles.DistinctBy(article => article.Id).ToDictionary(article => article.Id, StringComparer.Ordinal);
        _stories = Numbered(stories);
        _themes = Numbered(themes.Select(theme => theme.Articles));
        Themes = themes;
        Labels = labels;
    }

    public IReadOnlyList<CountedTheme> Themes { get; }

    public IReadOnlyList<string> Labels { get; }

    public static WeekTally Of(WeekNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        return new WeekTally(
            news.Articles.Select(article => new Counted(article.Id, article.Publisher, article.Source, article.Language, article.Title)),
            news.Grouping.Stories.Select(story => Ids(story.Articles)),
            [.. news.Grouping.Themes.Select(theme => new CountedTheme(theme.Name, Ids(theme.Articles)))],
            [news.Week.Label.ToString(), news.Week.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
    }

    public Counted? Article(string id) => _articles.GetValueOrDefault(id);

    /// <summary>Counts what the articles amount to; an id that is not of the week counts for nothing.</summary>
    public int Count(Measure measure, IEnumerable<string> ids)
    {
        var articles = ids.Distinct(StringComparer.Ordinal).Where(_articles.ContainsKey).Select(id => _articles[id]).ToList();
        return measure switch
        {
            Measure.Items => articles.Count,
            Measure.Publishers => Distinct(articles.Select(article => article.Publisher)),
            Measure.Sources => Distinct(articles.Select(article => article.Source)),
            Measure.Languages => Distinct(articles.Select(article => article.Language)),
            Measure.Stories => articles.SelectMany(article => _stories[article.Id]).Distinct().Count(),
            Measure.Themes => articles.SelectMany(article => _themes[article.Id]).Distinct().Count(),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
        };
    }

    private static int Distinct(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).Count();

    private static List<string> Ids(IEnumerable<Article> articles) => [.. articles.Select(article => article.Id).Distinct(StringComparer.Ordinal)];

    private static ILookup<string, int> Numbered(IEnumerable<IReadOnlyCollection<string>> groups) =>
        groups.SelectMany((group, number) => group.Select(id => (id, number))).ToLookup(pair => pair.id, pair => pair.number, StringComparer.Ordinal);
}
