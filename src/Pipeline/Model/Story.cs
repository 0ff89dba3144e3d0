namespace Pipeline.Model;

/// <summary>One telling of an event: an article and the wire copies and near-duplicates of it.</summary>
public sealed record Voice(Article Original, IReadOnlyList<Article> Copies)
{
    public IEnumerable<Article> Articles => Copies.Prepend(Original);
}

/// <summary>Articles that report the same event, the most telling voice first.</summary>
public sealed record Story
{
    public Story(IReadOnlyList<Voice> voices)
    {
        if (voices.Count == 0)
            throw new ArgumentException("A story needs a voice.", nameof(voices));
        Voices = voices;
        Articles = [.. voices.SelectMany(voice => voice.Articles)];
        Id = "s" + Articles.OrderBy(article => article.Published).ThenBy(article => article.Url, StringComparer.Ordinal).First().Id;
        Publishers = [.. Articles.Select(article => article.Publisher).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Made of its earliest article, so that a story keeps its id while others join it.</summary>
    public string Id { get; }

    /// <summary>The week in which the event was first told, where an earlier week did: then this is a follow-up.</summary>
    public WeekLabel? Since { get; init; }

    public IReadOnlyList<Voice> Voices { get; }

    /// <summary>Every article of every voice; the first is the lead.</summary>
    public IReadOnlyList<Article> Articles { get; }

    public Article Lead => Articles[0];

    /// <summary>Distinct, in the order of the articles.</summary>
    public IReadOnlyList<string> Publishers { get; }
}
