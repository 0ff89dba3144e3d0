using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>Turns sentences into claims, and remembers them: none is used twice, no article is quoted at length, none enters past the gate.</summary>
/// <param name="spaced">Whether a space stands between Han characters and Latin letters or digits.</param>
internal sealed class Notebook(IReadOnlyDictionary<string, Article> articles, WeekTally week, bool spaced)
{
    /// <summary>A digest quotes and links; it does not retell an article.</summary>
    private const int MostPerArticle = 3;

    private const int MostEvidence = 3;

    private readonly Dictionary<string, int> _quoted = new(StringComparer.Ordinal);
    private readonly List<Candidate> _used = [];
    private readonly List<Claim> _refused = [];

    /// <summary>What the gate refused, with its verdict, in the order in which it was offered.</summary>
    public IReadOnlyList<Claim> Refused => _refused;

    /// <summary>The claim; null where the sentence was used, the article quoted enough, or the gate refuses.</summary>
    /// <param name="others">Other tellings: those that hold the very sentence become evidence too.</param>
    public Claim? Take(Candidate candidate, string id, ClaimKind kind, IEnumerable<Article>? others = null)
    {
        if (!IsFree(candidate))
            return null;
        var evidence = candidate.Evidence.Concat(Copies(candidate, others ?? [])).Take(MostEvidence).ToList();
        var claim = Pass(new Claim { Id = id, Kind = kind, Text = Typography.Set(candidate.Said, spaced), Language = candidate.Language, Evidence = evidence });
        if (claim is not null)
            Remember(candidate, evidence);
        return claim;
    }

    /// <summary>The claim with the gate's verdict; null where it refuses.</summary>
    public Claim? Pass(Claim claim)
    {
        var verdict = GroundingGate.Examine(claim, articles, week);
        claim = claim with { Verdict = verdict };
        if (verdict.Accepted)
            return claim;
        _refused.Add(claim);
        return null;
    }

    public bool IsFree(Candidate candidate) => IsFree(candidate.Article) && !_used.Any(candidate.Repeats) && !_used.Any(candidate.Retells);

    private bool IsFree(Article article) => _quoted.GetValueOrDefault(article.Id) < MostPerArticle;

    private IEnumerable<Evidence> Copies(Candidate candidate, IEnumerable<Article> others) =>
        from article in others
        where article.Id != candidate.Article.Id && article.Publisher != candidate.Article.Publisher && IsFree(article)
        let place = article.Text.IndexOf(candidate.Text, StringComparison.Ordinal)
        where place >= 0
        select new Evidence(article.Id, Passage.Text, place, candidate.Text);

    private void Remember(Candidate candidate, IEnumerable<Evidence> evidence)
    {
        _used.Add(candidate);
        if (candidate.Context is { } context)
            _used.Add(context);
        foreach (var article in evidence.Select(cited => cited.Article).Distinct(StringComparer.Ordinal))
            _quoted[article] = _quoted.GetValueOrDefault(article) + 1;
    }
}
