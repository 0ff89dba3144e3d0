using Pipeline.Analysis.Extraction.Kinds;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The impact judgements (影响判断): what the theme's articles say follows or may follow, how much of it, and for whom.</summary>
internal static class Consequences
{
    private const int Most = 4;

    /// <summary>So likely a sentence has to say what follows.</summary>
    private const double Least = 0.4;

    public static IReadOnlyList<Claim> Write(Brief brief, Draft draft)
    {
        var claims = new List<Claim>();
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        var told = brief.Chain.Select(claim => Terms.Of(claim.Text)).ToList();
        var ranked = Candidate.Ranked(draft.Reading.Sentences(brief.Theme.Articles).AsParallel().Where(sentence => sentence.Odds.Outcome >= Least && !Chain.IsTold(sentence, told)), sentence => Rank(sentence, draft));
        foreach (var sentence in ranked)
            if (claims.Count < Most && !quoted.Contains(draft.StoryOf(sentence.Article.Id))
                && draft.Notebook.Take(sentence, Draft.Id($"{draft.IdOf(brief.Theme)}-impact", claims.Count + 1), ClaimKind.Impact) is { } claim)
            {
                claims.Add(claim);
                quoted.Add(draft.StoryOf(sentence.Article.Id));
            }

        return claims;
    }

    /// <summary>How likely it is, then how much and for whom; the digest's own language and what needs no title before it come first.</summary>
    private static double Rank(Candidate sentence, Draft draft) =>
        sentence.Odds.Outcome + 0.03 * sentence.Score + (draft.IsOwn(sentence.Article) ? 0.4 : 0) - (sentence.Context is null ? 0 : 0.1)
        + (SentenceTraits.Shows(sentence.Text, "amount") ? 0.1 : 0) + (SentenceTraits.Shows(sentence.Text, "whom") ? 0.15 : 0);
}
