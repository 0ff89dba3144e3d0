using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Lays a claim beside its passages word by word and finds what has no counterpart, or a contrary one.</summary>
internal static partial class AlignmentCheck
{
    /// <summary>
    /// Above these shares of its words, by weight, a claim speaks of something else. Paraphrase leaves fewer characters in Chinese
    /// unanswered than words in English, and translation leaves most. Chosen on the sets that may be looked at (tests/Cases/grounding).
    /// </summary>
    private const double MostEnglish = 0.535, MostChinese = 0.26, MostAcross = 0.85;

    /// <summary>So far above, that alone refuses a claim: what is told in other words leaves less.</summary>
    private const double FarAbove = 1.3;

    /// <summary>A word of the claim that is nowhere near any of the passages.</summary>
    private const double Nowhere = 0.4;

    /// <param name="claim">See <see cref="Folding"/>; so the passages.</param>
    public static Signs Of(string claim, IReadOnlyList<string> cited)
    {
        var aligned = new Aligned(new Reading(claim), [.. cited.Select(passage => new Reading(passage))]);
        var (scopes, contests) = (new Scopes(aligned), new Contests(aligned));
        var signs = new Signs().Where(1 - aligned.Coverage() <= FarAbove * Most(aligned), Uncovered(aligned)).Strong(Stance.Faults(aligned)).Strong(Times.Faults(aligned)).Strong(scopes.Dropped()).Strong(contests.Course()).Strong(Completion.Faults(aligned));
        if (scopes.Unsure() is var (reason, isSure))
            signs = isSure ? signs.Strong([reason]) : signs.Weak([reason]);
        return signs.Where(aligned.IsAcross, Contraries(aligned)).Where(aligned.IsAcross, Order.Faults(aligned)).Weak(contests.Doneness()).Weak(Gaps.Causeless(aligned)).Weak(Gaps.Totality(aligned));
    }

    private static double Most(Aligned aligned) => aligned.IsAcross ? MostAcross : aligned.Claim.IsHan ? MostChinese : MostEnglish;

    private static IEnumerable<string> Uncovered(Aligned aligned)
    {
        if (1 - aligned.Coverage() <= Most(aligned))
            return [];
        var tokens = aligned.Claim.Tokens;
        var missing = Enumerable.Range(0, tokens.Count).Where(i => !tokens[i].IsName && tokens[i].Weight > 0 && aligned.Best[i] < Nowhere)
            .OrderByDescending(i => tokens[i].Weight).Take(3).Select(i => tokens[i].Written).ToList();
        return [missing.Count == 0 ? "hardly a word of the claim is in the cited passages" : $"nothing in the cited passages answers to '{string.Join("', '", missing)}'"];
    }

    /// <summary>A word with no counterpart, whose antonym stands in the sentence that its clause is at home in.</summary>
    private static IEnumerable<string> Contraries(Aligned aligned)
    {
        for (var i = 0; i < aligned.Claim.Tokens.Count; i++)
        {
            var token = aligned.Claim.Tokens[i];
            if (aligned.Best[i] >= Kinship.Enough || aligned.Homes[token.Clause] is not { Held: > 0 } home || token.Weight == 0 || Denied().IsMatch(aligned.Claim.Digits[(token.Start + token.Written.Length)..]))
                continue;
            var others = aligned.Passages[home.Part.Passage].Tokens;
            for (var j = 0; j < others.Count; j++)
                if (others[j].Sentence == home.Part.Sentence && aligned.Kin(i, home.Part.Passage, j).IsContrary)
                    yield return $"the claim says '{token.Written}' where the cited passage says '{others[j].Written}'";
        }
    }

    /// <summary>"Probably not" is no contrary of "unlikely".</summary>
    [GeneratedRegex(@"^ (?:not|won't|doesn't|isn't)\b|^不", RegexOptions.CultureInvariant)]
    private static partial Regex Denied();
}
