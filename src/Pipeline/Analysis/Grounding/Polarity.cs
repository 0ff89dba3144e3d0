namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a "not" that a claim adds or drops.</summary>
internal static partial class Polarity
{
    /// <summary>Above it two sentences say the same in nearly the same words.</summary>
    private const double Alike = 0.8;

    private const double Contained = 0.75;

    /// <summary>Words that hold a "no" without denying anything of what follows.</summary>
    public const string Compounds =
        "no-*|not-for-profit|never-*|无代码|无人机|无人驾驶|无人车|无人店|无人仓|无人艇|无人值守|无线|无缝|无障碍|无损|无服务器|无监督|无刷|无形|无锡|无状态|无菌|无纸化|无痕|无感|无接触|无极|无机|无糖|无框|无尘|无国界|无边框|无源|" +
        "非营利|非盈利|非结构化|非遗|非线性|非凡|非接触|非公开|不锈钢|不动产|不明飞行物|不等式|没收";

    private static readonly Lexicon Negations = new(
        "not|never|no|none|unlikely|neither|nor|without|cannot|don't|doesn't|didn't|won't|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|can't|couldn't|wouldn't|shouldn't|mustn't|" +
        "no longer|fail to|fails to|failed to|refuse to|refuses to|refused to|decline to|declines to|declined to|deny|denies|denied|unable to|lacks|lacked",
        "不|没|未|无|并非|非|拒绝|否认|禁止",
        Compounds + "|not only|not just|no doubt|no later than|no less than|no more than|no fewer than|no. 1|not least|" +
        "不断|不超过|不低于|不高于|不多于|不小于|不仅|不但|不同|不少|不过|不久|不错|差不多|不得不|不管|不论|无论|未来|无人|无线|无疑|非常|非洲|没错|无障碍|不可或缺|不一|无数|无限|无缝");

    /// <summary>Words that deny without a "not": what they bear upon has ended, is missing or is yet to come.</summary>
    private static readonly Lexicon Implied = new(
        "yet to|stop*|drop|drops|dropped|dropping|end|ends|ended|ending|halt*|ceas*|discontinu*|cancel*|scrap*|abandon*|withdr*|rule out|ruled out|rules out|refus*|reject*|exclud*|only|except|fail*|lack*|free of|illegal*|unlawful*|impossible|instead of|rather than|stay*|ban|bans|banned|prohibit*|forbid*|improbable|hold|holds|held|before|until|unless",
        "停|取消|撤|放弃|排除|仅|只|尚待|有待|除非|之前|以前|维持|暂缓|推迟|不足|缺");

    /// <summary>Those with which a claim denies in its own words what its source denies with a "not".</summary>
    private static readonly Lexicon Refusing = new(
        "rule out|ruled out|rules out|improbable|refus*|reject*|exclud*|cancel*|withdr*|abandon*|yet to|outstanding|free of|impossible|rather than|instead of", "排除|取消|撤|放弃|尚待|有待|暂缓");

    /// <summary>A denial in the claim where the passages have none at all.</summary>
    public static IEnumerable<string> Groundless(Statement claim, Cited cited) =>
        Denies(claim) && !cited.Sentences.Any(sentence => Negations.Matches(sentence.Text) || Implied.Matches(sentence.Text)) ? ["the claim denies what no cited passage denies"] : [];

    /// <summary>A "not" that the claim adds to words that the passages say plainly, or drops from a sentence like it.</summary>
    public static IEnumerable<string> Doubtful(Statement claim, Cited cited) => Denies(claim) ? Added(claim, cited) : Dropped(claim, cited);

    private static bool Denies(Statement claim) => Negations.Matches(Times().Replace(claim.Text, " "));

    private static IEnumerable<string> Added(Statement claim, Cited cited)
    {
        var denied = cited.Sentences.SelectMany(sentence => sentence.Scope(Negations)).ToHashSet(StringComparer.Ordinal);
        if (claim.Scope(Negations).Overlaps(denied))
            return [];
        return claim.Heads(Negations).Where(head => cited.SaysOnlyPlain(head, Negations)).Select(head => $"the claim denies '{head}', the cited passage does not");
    }

    private static IEnumerable<string> Dropped(Statement claim, Cited cited) =>
        !Refusing.Matches(claim.Text) && (cited.Sentences.Any(sentence => Negations.Matches(sentence.Text) && Terms.Similarity(claim.Terms, sentence.Terms) >= Alike) || DeniesClause(claim, cited))
            ? ["the cited passage denies what the claim says"] : [];

    /// <summary>A clause that denies, all of whose words the claim says, while no other clause says as many of them without denying.</summary>
    private static bool DeniesClause(Statement claim, Cited cited)
    {
        var said = claim.Terms.ToHashSet(StringComparer.Ordinal);
        var clauses = cited.Sentences.SelectMany(sentence => Clause.In(sentence.Text)).Select(clause => (clause.Text, Terms: Analysis.Terms.Of(Negations.Without(clause.Text)).ToHashSet(StringComparer.Ordinal)))
            .Where(clause => clause.Terms.Count > 2).ToList();
        var denying = clauses.Where(clause => Negations.Matches(clause.Text) && Analysis.Terms.Containment(clause.Terms, said) >= Contained).ToList();
        return denying.Count > 0 && !clauses.Any(clause => !Negations.Matches(clause.Text) && clause.Terms.Count(said.Contains) >= denying.Max(other => other.Terms.Count(said.Contains)));
    }

    /// <summary>Words that the passages never say without a "not", and the claim does.</summary>
    public static IEnumerable<string> Turned(Statement claim, Cited cited)
    {
        if (Refusing.Matches(claim.Text))
            return [];
        var denied = claim.Scope(Negations);
        return cited.Heads(Negations).Where(head => claim.Terms.Contains(head) && !denied.Contains(head) && cited.SaysOnlyMarked(head, Negations))
            .Select(head => $"the cited passage denies '{head}', the claim does not");
    }

    /// <summary>"Not before 2028" denies nothing: it says when.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"(?i)\b(?:not|n't|no)\b(?=[^,.;]{0,40}\b(?:before|until|earlier than)\b)", System.Text.RegularExpressions.RegexOptions.CultureInvariant)]
    private static partial System.Text.RegularExpressions.Regex Times();
}
