using Pipeline.Analysis.Extraction.Kinds;
using Pipeline.Analysis.Grounding;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>A sentence of an article, or its title, that could be quoted.</summary>
/// <param name="Index">Which sentence of the text it is; 0 for a title.</param>
internal sealed record Candidate(Article Article, Passage Passage, int Start, string Text, int Index)
{
    private const double Same = 0.6, Half = 0.5;

    private readonly Lazy<IReadOnlyList<string>> _terms = new(() => Analysis.Terms.Of(Text));

    public IReadOnlyList<string> Terms => _terms.Value;

    private readonly Lazy<(IReadOnlyList<Quantity> Quantities, IReadOnlyList<string> Names)> _facts = new(() => Facts(Folding.Fold(Text)));

    /// <summary>How well it tells what its article is about.</summary>
    public double Score => Scoring.Value;

    /// <summary>Reckons the <see cref="Score"/> when it is first asked for: most sentences are never ranked.</summary>
    public Lazy<double> Scoring { private get; init; } = new(0.0);

    private readonly Lazy<KindOdds> _odds = new(() => KindOdds.Of(Text));

    /// <summary>Of which kind it is.</summary>
    public KindOdds Odds => _odds.Value;

    /// <summary>The title that says what the sentence speaks of, where it leans on one.</summary>
    public Candidate? Context { get; init; }

    public string Language => Article.Language;

    /// <summary>What is printed: the sentence, after its title where it leans on it.</summary>
    public string Said => Context is null ? Text : $"{Context.Text}{(Script.LanguageOf(Text) == "zh" ? "：" : ": ")}{Text}";

    public IEnumerable<Evidence> Evidence => Context is null ? [Quotation] : [Context.Quotation, Quotation];

    public Evidence Quotation => new(Article.Id, Passage, Start, Text);

    public override int GetHashCode() => HashCode.Combine(Article, Passage, Start);

    /// <summary>Whether another sentence says the same: in one language in nearly the same words, in two with the same numbers and names.</summary>
    public bool Repeats(Candidate other)
    {
        if (Script.LanguageOf(Text) == Script.LanguageOf(other.Text))
            return Analysis.Terms.Similarity(Terms, other.Terms) >= Same;
        var (mine, theirs) = (_facts.Value, other._facts.Value);
        var shared = mine.Quantities.Where(number => theirs.Quantities.Any(another => another.Value == number.Value && another.Unit == number.Unit)).ToList();
        var numbers = shared.Count(number => !IsOfDate(number)) + (shared.Exists(IsOfDate) ? 1 : 0);
        return numbers > 1 || (numbers == 1 && mine.Names.Intersect(theirs.Names, StringComparer.OrdinalIgnoreCase).Any());
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

    /// <summary>Year, month and day are one number: much is planned for June 2026.</summary>
    private static bool IsOfDate(Quantity number) =>
        number.IsDate || (number.Unit.Length == 0 && number.Value is >= 1900 and < 2200);

    /// <summary>Its numbers, without those that belong to a name, and its names.</summary>
    private static (IReadOnlyList<Quantity> Quantities, IReadOnlyList<string> Names) Facts(string folded)
    {
        var names = Names.In(folded).ToList();
        var versions = names.Select(name => name.Number).ToHashSet(StringComparer.Ordinal);
        return ([.. Quantities.In(folded).Where(quantity => !versions.Contains(quantity.Written))], [.. names.Select(name => name.Written)]);
    }
}
