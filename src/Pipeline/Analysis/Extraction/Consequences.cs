using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The impact judgements (影响判断): what the theme's articles say follows, how much of it, and for whom.</summary>
internal static class Consequences
{
    private const int Most = 4, Weight = 2;

    private static readonly Lexicon Strong = new(
        "mean that|means that|which means|meaning|as a result|leads to|lead to|result in|results in|resulting in|force|forces|forced|forcing|risk|risks|cost|costs|saving|saves|save|" +
        "reduce|reduces|reduced|reducing|cut|cuts|cutting|lower|lowers|raises the|impact|affect|affects|affected|threaten*|consequence*|burden|barrier|penalty|penalties|fine of|fines|shortage|replace|replaces|disrupt*|undermin*",
        "意味着|导致|使得|影响|降低|减少|提升|倒逼|成本|风险|冲击|压力|门槛|代价|后果|推高|削弱|加剧|缓解|受益|替代|取代|节省|罚款|短缺|促使|迫使|节约");

    private static readonly Lexicon Weak = new(
        "will|would|could|may|expected|likely|allow|allows|enable|enables|let|lets|more than|up to|for the first time|customers|users|developers|companies|workers|patients",
        "将|有望|可能|预计|或将|能够|可以|首次|用户|企业|开发者|行业|超过|最高|带来|推动|加快");

    public static IReadOnlyList<Claim> Write(Theme theme, Draft draft)
    {
        var claims = new List<Claim>();
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        var ranked = Candidate.Ranked(draft.Reading.Sentences(theme.Articles).Where(sentence => Force(sentence.Text) >= Weight), sentence => Rank(sentence, draft));
        foreach (var sentence in ranked)
            if (claims.Count < Most && !quoted.Contains(draft.StoryOf(sentence.Article.Id))
                && draft.Notebook.Take(sentence, Draft.Id($"{draft.IdOf(theme)}-impact", claims.Count + 1), ClaimKind.Impact) is { } claim)
            {
                claims.Add(claim);
                quoted.Add(draft.StoryOf(sentence.Article.Id));
            }

        return claims;
    }

    /// <summary>A word of consequence is enough; of the words that merely look ahead or name someone, two are needed.</summary>
    private static int Force(string sentence) => 2 * Strong.Count(sentence) + Weak.Count(sentence);

    private static double Rank(Candidate sentence, Draft draft) =>
        Math.Min(6, Force(sentence.Text)) + 0.5 * sentence.Score + (draft.IsOwn(sentence.Article) ? 2 : 0);
}
