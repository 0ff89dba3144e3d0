using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>How near two words are in meaning.</summary>
/// <param name="Nearness">1 for the same word, 0 for words that have nothing to do with each other.</param>
/// <param name="IsContrary">An antonym.</param>
internal readonly record struct Kinship(double Nearness, bool IsContrary)
{
    public const double Same = 1, Synonym = 0.85, Wider = 0.7, Narrower = 0.5, Sibling = 0.3;

    /// <summary>At this the one says what the other says.</summary>
    public const double Enough = 0.6;

    public static Kinship Of(Token claim, Token cited)
    {
        if (claim.Term == cited.Term)
            return new Kinship(Same, false);
        var nearness = (claim.IsHan, cited.IsHan) switch
        {
            (false, false) => Latin(claim.Term, cited.Term),
            (true, true) => Han(claim, cited),
            (true, false) => Across(claim, cited),
            (false, true) => Across(cited, claim),
        };
        if (claim.Meanings.Count > 0 && claim.Meanings.Any(cited.Meanings.Contains))
            nearness = Math.Max(nearness, 0.8);
        if (claim.Course is { } course && course == cited.Course)
            nearness = Math.Max(nearness, Synonym);
        if (nearness >= Synonym || (claim.IsName && cited.IsName))
            return new Kinship(nearness, false);
        var contrary = AreContrary(claim.Main, cited.Main);
        return new Kinship(contrary ? 0 : Math.Max(nearness, Related(claim, cited)), contrary);
    }

    private static double Latin(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        return common >= 5 && common >= Math.Max(left.Length, right.Length) - 4 ? 0.8
            : common >= 4 && common == Math.Min(left.Length, right.Length) && Math.Max(left.Length, right.Length) - common <= 4 ? 0.8 : 0;
    }

    private static double Han(Token left, Token right)
    {
        if (left.Chinese is { } one && right.Chinese is { } other && one.Glosses.Any(gloss => other.Glosses.Contains(gloss)))
            return 0.8;
        if (left.Term.Length < 2 || right.Term.Length < 2)
            return left.Term.Contains(right.Term, StringComparison.Ordinal) || right.Term.Contains(left.Term, StringComparison.Ordinal) ? 0.6 : 0;
        var shared = left.Term.Count(character => right.Term.Contains(character, StringComparison.Ordinal));
        return shared == 0 ? 0 : shared >= Math.Min(left.Term.Length, right.Term.Length) ? 0.8 : 0.45;
    }

    private static double Across(Token han, Token latin)
    {
        if (han.Chinese is not { } word)
            return 0;
        return word.Glosses.Contains(latin.Term) ? 0.9
            : word.Glosses.Any(gloss => Latin(gloss, latin.Term) > 0) ? 0.75 : word.Loose.Contains(latin.Term) ? 0.7 : 0;
    }

    private static bool AreContrary(int[] left, int[] right)
    {
        foreach (var sense in left)
            foreach (var antonym in Thesaurus.Standard[sense].Antonyms)
                if (Array.IndexOf(right, antonym) >= 0)
                    return true;
        return false;
    }

    private static double Related(Token claim, Token cited)
    {
        if (claim.Senses.AsSpan().ContainsAny(cited.Senses))
            return claim.IsHan || cited.IsHan ? 0.7 : Synonym;
        int[] mine = claim.Above, theirs = cited.Above;
        if (claim.Main.AsSpan().ContainsAny(theirs))
            return Wider;
        if (mine.AsSpan().ContainsAny(cited.Main))
            return Narrower;
        return mine.AsSpan().ContainsAny(theirs) ? Sibling : 0;
    }
}
