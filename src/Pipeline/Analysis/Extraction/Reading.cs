using System.Collections.Concurrent;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>What can be quoted of each of the week's articles, read once.</summary>
internal sealed class Reading
{
    /// <summary>News says what it has to say at the start; and a text may be megabytes long.</summary>
    private const int Furthest = 20_000, MostSentences = 60;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Candidate>> _sentences = new(StringComparer.Ordinal);

    private Reading()
    {
    }

    /// <summary>Reads the articles, on every processor.</summary>
    public static Reading Of(IReadOnlyList<Article> articles)
    {
        var reading = new Reading();
        Parallel.ForEach(articles, article => reading.Sentences(article));
        return reading;
    }

    /// <summary>The sentences of an article's text that stand on their own, in their order.</summary>
    public IReadOnlyList<Candidate> Sentences(Article article) => _sentences.GetOrAdd(article.Id, static (_, read) => Read(read), article);

    public IEnumerable<Candidate> Sentences(IEnumerable<Article> articles) =>
        articles.DistinctBy(article => article.Id).SelectMany(Sentences);

    /// <summary>The title, where it can stand for a sentence.</summary>
    public static Candidate? Title(Article article)
    {
        var title = BeforeBar(article.Title);
        return TitleRules.Reject(title) is null ? new Candidate(article, Passage.Title, 0, title, 0) : null;
    }

    /// <summary>A title as far as it is one: what follows a bar is the site's name, or a table of facts.</summary>
    public static string BeforeBar(string title)
    {
        var bar = title.IndexOfAny(['|', '｜', '丨']);
        return (bar < 0 ? title : title[..bar]).TrimEnd();
    }

    private static List<Candidate> Read(Article article)
    {
        var text = Beginning(article.Text);
        if (TitleRules.IsListing(article.Title))
            return [];
        var title = Terms.Of(article.Title).ToHashSet(StringComparer.Ordinal);
        var sentences = new List<Candidate>();
        foreach (var (index, span) in Linguistics.Sentences.Split(text, MostSentences).Index())
            if (Candidate(article, span.Of(text), span.Start, index) is { } candidate)
                sentences.Add(candidate with { OfTitle = title });
        return sentences;
    }

    /// <summary>What speaks of "the model" is read after the title, which says which one; without a title that can, it is left.</summary>
    private static Candidate? Candidate(Article article, string sentence, int start, int index)
    {
        var tie = SentenceRules.Tie(sentence);
        sentence = sentence[tie..];
        if (SentenceRules.Reject(sentence) is not null)
            return null;
        var candidate = new Candidate(article, Passage.Text, start + tie, sentence, index);
        if (!SentenceRules.LeansOnTitle(sentence, article.Title))
            return candidate;
        return Title(article) is { } title && Script.LanguageOf(title.Text) == Script.LanguageOf(sentence) ? candidate with { Context = title } : null;
    }

    /// <summary>Cut at the last line's end, so that no half sentence comes out whole.</summary>
    private static string Beginning(string text) =>
        text.Length <= Furthest ? text : text[..(text.LastIndexOf('\n', Furthest) + 1)];
}
