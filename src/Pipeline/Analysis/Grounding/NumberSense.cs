namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a number that stands in the passages, but there goes the other way, or is only planned or supposed.</summary>
internal static class NumberSense
{
    /// <returns>Numbers that go the other way, and numbers that are only planned or supposed.</returns>
    public static (IReadOnlyList<string> Contrary, IReadOnlyList<string> Unsure) Faults(string claim, IReadOnlyList<string> cited)
    {
        bool plain = !Certainty.IsReserved(claim), sure = !Certainty.IsDoubtful(claim);
        List<string> contrary = [], unsure = [];
        foreach (var (clause, number, places) in Stated(claim, cited))
        {
            if (Direction.OfNumbers.Any(pair => IsTurned(pair, (clause, number.Start), places)) || IsContrary(Before(clause, number.Start), [.. places.Select(place => Before(place.Text, place.Start))]))
                contrary.Add($"the cited passage says the contrary of {number.Quantity.Written}");
            if ((plain && places.TrueForAll(place => Certainty.IsUnsure(place.Text[..place.Start]))) || (sure && places.TrueForAll(place => Certainty.IsSupposed(place.Text[..place.Start]))))
                unsure.Add($"the cited passage is not sure of {number.Quantity.Written}, the claim is");
        }

        return (contrary, unsure);
    }

    /// <summary>The numbers of the claim that stand in the passages, with their clause and the places there.</summary>
    private static IEnumerable<(string Clause, (Quantity Quantity, int Start) Number, List<(string Text, int Start)> Places)> Stated(string claim, IReadOnlyList<string> cited)
    {
        var passages = cited.SelectMany(Clause.In).ToList();
        foreach (var clause in Clause.In(claim))
            foreach (var number in clause.Numbers.Where(number => !Names.IsVersion(clause.Text, number.Start)))
                if (passages.SelectMany(passage => passage.Numbers.Where(other => other.Quantity.Supports(number.Quantity)).Select(other => (passage.Text, other.Start))).ToList() is { Count: > 0 } places)
                    yield return (clause.Text, number, places);
    }

    /// <summary>Adjectives of measure, each beside its contrary: 重 23 克, 轻 23 克.</summary>
    private const string Measures = "重轻长短高低多少快慢大小早晚厚薄升降增减涨跌贵省";

    private static char Before(string text, int place) => text.AsSpan(0, place).TrimEnd("约近了出 ") is [.., var last] ? last : ' ';

    private static bool IsContrary(char claimed, IReadOnlyList<char> said) =>
        Measures.IndexOf(claimed, StringComparison.Ordinal) is >= 0 and var at && !said.Contains(claimed) && said.Contains(Measures[at ^ 1]);

    private static bool IsTurned(Opposites pair, (string Text, int Start) claimed, IEnumerable<(string Text, int Start)> places)
    {
        if (pair.Nearest(claimed.Text, claimed.Start) is not { } way)
            return false;
        var ways = places.Select(place => pair.Nearest(place.Text, place.Start)).OfType<char>().ToList();
        return ways.Count > 0 && !ways.Contains(way);
    }
}
