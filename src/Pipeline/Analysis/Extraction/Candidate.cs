using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>A sentence of an article, or its title, that could be quoted.</summary>
/// <param name="Index">Which sentence of the text it is; 0 for a title.</param>
internal sealed record Candidate(Article Article, Passage Passage, int Start, string Text, int Index)
{
    public IReadOnlyList<string> Terms { get; } = Analysis.Terms.Of(Text);

    /// <summary>How well it tells what its article is about.</summary>
    public double Score { get; init; }

    public string Language => Article.Language;

    public Evidence Evidence => new(Article.Id, Passage, Start, Text);

    /// <summary>The best first; among equals the earlier article, and the earlier place in it.</summary>
    public static IOrderedEnumerable<Candidate> Ranked(IEnumerable<Candidate> candidates, Func<Candidate, double> score) => candidates
        .OrderByDescending(candidate => Math.Round(score(candidate), 6))
        .ThenBy(candidate => candidate.Article.Published)
        .ThenBy(candidate => candidate.Article.Url, StringComparer.Ordinal)
        .ThenBy(candidate => candidate.Passage)
        .ThenBy(candidate => candidate.Start);
}
