namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Finds a clause told as a fact or a plan whose counterpart is only supposed, or hearsay.</summary>
internal static class Stance
{
    /// <summary>So much of the clause has to be in its counterpart.</summary>
    private const double Alike = 0.85;

    public static IEnumerable<string> Faults(Aligned aligned)
    {
        foreach (var clause in aligned.Clauses())
            if (aligned.Homes[clause] is { Held: > Alike } home
                && Certainty.ReserveOfClaim(aligned.Claim.Digits) < 2
                && Certainty.Reserve(aligned.Passages[home.Part.Passage].ClauseText(home.Part.Clause)) == 2)
                yield return $"the cited passage is not sure of '{aligned.Claim.ClauseText(clause).Trim(' ', ',', '，')}', the claim is";
    }
}
