using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Tests.Support;

/// <summary>"Any" data: what a test does not name does not matter to it.</summary>
internal static class Some
{
    public static DateTimeOffset Instant { get; } = new(2026, 2, 4, 9, 30, 0, TimeSpan.Zero);

    public static Week Week { get; } = WeekRule.Default.WeekOf(WeekLabel.Parse("2026-W06"));

    public static Source Source(string name = "Northlight Lab", string? url = null) =>
        new(name, new Uri(url ?? $"https://{Slug(name)}.example/feed.xml"));

    /// <summary>An article of the week; its language is that of its text, its URL is made of publisher and title.</summary>
    public static Article Article(string title, string text = "", string publisher = "Northlight Lab", DateTimeOffset? published = null, string? url = null) => new()
    {
        Url = url ?? $"https://{Slug(publisher)}.example/{StableId.Of(title)}",
        Title = title,
        Source = publisher,
        Publisher = publisher,
        Published = published ?? Instant,
        FirstSeen = published ?? Instant,
        Language = Script.LanguageOf(title + text),
        Text = text,
        Origin = text.Length == 0 ? TextOrigin.None : TextOrigin.Page,
    };

    public static Story Story(params Article[] articles) => new([.. articles.Select(article => new Voice(article, []))]);

    private static string Slug(string name) => StableId.Of(name)[..8];
}
