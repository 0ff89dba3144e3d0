namespace Pipeline.Analysis.Grounding.Alignment;

/// <summary>Whether a clause of the passages that says a thing otherwise than the claim holds more of the claim's words than any that agrees.</summary>
internal sealed class Contests
{
    /// <summary>By so much more: of a course, and of what is done.</summary>
    private const double Turned = 0.2, Ahead = 0.1;

    private readonly Aligned _aligned;
    private readonly List<(int Clause, string Text)> _clauses;

    public Contests(Aligned aligned)
    {
        _aligned = aligned;
        _clauses = [.. aligned.Clauses().Select(clause => (clause, aligned.Claim.ClauseText(clause)))];
    }

    /// <summary>Up for down.</summary>
    public IEnumerable<string> Course() =>
        Lost(Direction.OnlyCourseOf, Direction.OnlyCourseOf, (way, other) => other is not null && way != other, Turned)
            .Select(clause => $"the cited passage goes the other way than '{clause}'");

    /// <summary>Done for planned.</summary>
    public IEnumerable<string> Doneness() =>
        Lost(clause => Certainty.IsDone(clause) ? 'd' : null, cited => Certainty.Reserve(cited) > 0 ? 'p' : null, (_, other) => other is not null, Ahead)
            .Select(clause => $"the cited passage speaks of '{clause}' as yet to come, the claim as done");

    /// <summary>The clauses of the claim that are held best where the passages disagree.</summary>
    /// <param name="ofClaim">What a clause of the claim says; null where it says nothing of the kind.</param>
    private IEnumerable<string> Lost(Func<string, char?> ofClaim, Func<string, char?> ofCited, Func<char, char?, bool> disagree, double margin)
    {
        Dictionary<Part, char?>? cited = null;
        foreach (var (clause, text) in _clauses)
        {
            if (ofClaim(text) is not { } says)
                continue;
            cited ??= _aligned.Parts.ToDictionary(part => part, part => ofCited(_aligned.Passages[part.Passage].ClauseText(part.Clause)));
            double agreed = 0, other = 0;
            foreach (var place in _aligned.PlacesOf(clause))
                if (disagree(says, cited[place.Part]))
                    other = Math.Max(other, place.Held);
                else
                    agreed = Math.Max(agreed, place.Held);
            if (other - agreed > margin)
                yield return text.Trim(' ', ',', '，', '.', '。');
        }
    }
}
