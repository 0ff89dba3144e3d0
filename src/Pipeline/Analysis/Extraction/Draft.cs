using System.Globalization;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>What every part of a digest is written from: the week, its sentences, the notebook, the wording.</summary>
internal sealed class Draft
{
    private readonly Dictionary<string, string> _stories;

    public Draft(WeekNews news, Reading reading)
    {
        _stories = news.Grouping.Stories
            .SelectMany(story => story.Articles.Select(article => (article.Id, Story: story.Id)))
            .DistinctBy(pair => pair.Id)
            .ToDictionary(pair => pair.Id, pair => pair.Story, StringComparer.Ordinal);
        News = news;
        Wording = Wording.Of(news.Language);
        Reading = reading;
        Notebook = new Notebook(news.Articles.DistinctBy(article => article.Id).ToDictionary(article => article.Id, StringComparer.Ordinal), WeekTally.Of(news), news.Spaced);
    }

    public WeekNews News { get; }

    public Wording Wording { get; }

    public Notebook Notebook { get; }

    public Reading Reading { get; }

    public bool IsOwn(Article article) => article.Language == Wording.Language;

    public DateOnly DayOf(Article article) => News.Week.DayOf(article.Published);

    /// <summary>The story that an article tells: two sentences of one story, in one list, tell the same thing twice.</summary>
    public string StoryOf(string article) => _stories.GetValueOrDefault(article, article);

    /// <summary>The theme's id; its place where the anchors have given none yet.</summary>
    public string IdOf(Theme theme) =>
        theme.Id.Length > 0 ? theme.Id : string.Create(CultureInfo.InvariantCulture, $"t{News.Grouping.Themes.Index().First(pair => ReferenceEquals(pair.Item, theme)).Index + 1}");

    public static string Id(string part, int number) => string.Create(CultureInfo.InvariantCulture, $"{part}-{number}");

    /// <summary>A claim about the week itself; null where the gate counts otherwise.</summary>
    public Claim? Compute(string id, string text, IReadOnlyList<Figure> figures, IReadOnlyList<string>? named = null) => Notebook.Pass(new Claim
    {
        Id = id,
        Kind = ClaimKind.Computed,
        Text = Wording.Language == "zh" && !News.Spaced ? Typography.Set(text, spaced: false) : text,
        Language = Wording.Language,
        Figures = figures,
        Articles = named ?? [],
    });
}
