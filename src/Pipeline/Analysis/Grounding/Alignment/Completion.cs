using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Finds a deed told as completed, by 已, 完成, 了 or a perfect, that the passages speak of only as planned or supposed.</summary>
internal static partial class Completion
{
    public static IEnumerable<string> Faults(Aligned aligned)
    {
        var claim = aligned.Claim;
        for (var i = 0; i < claim.Tokens.Count; i++)
            if (claim.Tokens[i] is { IsName: false, Weight: > 0 } token && IsDone(claim, token) && !Certainty.IsReserved(claim.ClauseText(token.Clause)) && IsAhead(aligned, i))
                yield return $"the cited passage speaks of '{token.Written}' as a plan, the claim as done";
    }

    private static bool IsDone(Reading reading, Token token)
    {
        var before = reading.Digits[Math.Max(0, token.Start - 40)..token.Start];
        return token.IsHan ? (HanBefore().IsMatch(before) && !Attributive().IsMatch(reading.Digits[(token.Start + token.Written.Length)..])) || HanAfter().IsMatch(reading.Digits[(token.Start + token.Written.Length)..]) : LatinBefore().IsMatch(before);
    }

    /// <summary>Whether all words of the passages that answer to the token stand after one of a plan, within their clause.</summary>
    private static bool IsAhead(Aligned aligned, int i)
    {
        var places = Enumerable.Range(0, aligned.Passages.Count).SelectMany(p => aligned.Places(i, p, Kinship.Wider).Select(j => (Passage: aligned.Passages[p], Token: aligned.Passages[p].Tokens[j]))).ToList();
        return places.Count > 0 && places.TrueForAll(place => Certainty.IsUnsure(place.Passage.Digits[place.Passage.ClauseStart(place.Token.Clause)..place.Token.Start]));
    }

    [GeneratedRegex("(?:已经?(?:正式|成功|全面|完成了?)?|完成了?)(?:对[^，。；]{0,30}的)?$", RegexOptions.CultureInvariant)]
    private static partial Regex HanBefore();

    /// <summary>已认证用户 tells of no deed.</summary>
    [GeneratedRegex("^(?:的|者|用户|客户)", RegexOptions.CultureInvariant)]
    private static partial Regex Attributive();

    [GeneratedRegex("^(?:完成|了(?![解结]))", RegexOptions.CultureInvariant)]
    private static partial Regex HanAfter();

    [GeneratedRegex(@"(?i)\b(?:has|have|had)(?: (?:now|already|since|also|been|successfully|formally|officially)){0,2} $|\b(?:completed|finished|finalised|finalized)(?: (?:the|its|their|his|her))? $", RegexOptions.CultureInvariant)]
    private static partial Regex LatinBefore();
}
