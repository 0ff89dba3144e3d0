using Pipeline.Analysis.Extraction.Kinds;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>A sentence of an article, or its title, that could be quoted.</summary>
/// <param name="Index">Which sentence of the text it is; 0 for a title.</param>
internal sealed record Candidate(Article Article, Passage Passage, int Start, string Text, int Index)
{
    private const double Same = 0.6, Half = 0.5;

    // Reckoned when first asked for: most sentences are never ranked. Two processors may reckon the same twice.
    private IReadOnlyList<string>? _terms;
    private SentenceFacts? _facts;
    private KindOdds? _odds;
    private double _score = double.NaN;

    public IReadOnlyList<string> Terms => _terms ??= Analysis.Terms.Of(Text);

    /// <summary>Of which kind it is.</summary>
    public KindOdds Odds => _odds ??= KindOdds.Of(Text);

    /// <summary>How well it tells what its article is about; 0 for a title.</summary>
    public double Score => double.IsNaN(_score) ? _score = OfTitle is null ? 0 : Telling.Score(this, OfTitle) : _score;

    /// <summary>The terms of its article's title; null for a title.</summary>
    public IReadOnlySet<string>? OfTitle { get; init; }

    /// <summary>The title that says what the sentence speaks of, where it leans on one.</summary>
    public Candidate? Context { get; init; }

    public string Language => Article.Language;

    /// <summary>What is printed: the sentence, after its title where it leans on it.</summary>
    public string Said => Context is null ? Text : $"{Context.Text}{(Script.LanguageOf(Text) == "zh" ? "：" : ": ")}{Text}";

    public IEnumerable<Evidence> Evidence => Context is null ? [Quotation] : [Context.Quotation, Quotation];

    public Evidence Quotation => new(Article.Id, Passage, Start, Text);

    private SentenceFacts Facts => _facts ??= SentenceFacts.Of(Text);

    public bool Equals(Candidate? other) => other is not null && Start == other.Start && Passage == other.Passage && Article.Id == other.Article.Id;

    public override int GetHashCode() => HashCode.Combine(Article.Id, Passage, Start);

    /// <summary>Whether another sentence says the same: in one language in nearly the same words, in two with the same numbers and names.</summary>
    public bool Repeats(Candidate other)
    {
        if (Script.LanguageOf(Text) == Script.LanguageOf(other.Text))
            return Analysis.Terms.Similarity(Terms, other.Terms) >= Same;
        return Facts.Meet(other.Facts);
    }

    /// <summary>Whether it says half of what its own article was quoted with already: an opening that is told twice.</summary>
    public bool Retells(Candidate other) =>
        other.Article.Id == Article.Id && other.Passage == Passage && Analysis.Terms.Containment([.. other.Terms], Terms.ToHashSet(StringComparer.Ordinal)) >= Half;

    /// <summary>The best first; among equals the earlier article, and the earlier place in it.</summary>
    public static IOrderedEnumerable<Candidate> Ranked(IEnumerable<Candidate> candidates, Func<Candidate, double> score) => candidates
        .OrderByDescending(candidate => Math.Round(score(candidate), 6))
        .ThenBy(candidate => candidate.Article.Published)
        .ThenBy(candidate => candidate.Article.Url, StringComparer.Ordinal)
        .ThenBy(candidate => candidate.Passage)
        .ThenBy(candidate => candidate.Start);
}
