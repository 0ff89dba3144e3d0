namespace Pipeline.Analysis.Grounding;

/// <summary>Finds a number that stands in the passages, but there goes the other way, or is only planned or supposed.</summary>
internal static class NumberSense
{
    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> cited)
    {
        var passages = cited.SelectMany(Clause.In).ToList();
        bool plain = !Certainty.IsReserved(claim), sure = !Certainty.IsDoubtful(claim);
        foreach (var clause in Clause.In(claim))
            foreach (var (quantity, start) in clause.Numbers)
            {
                var places = passages.SelectMany(passage => passage.Numbers.Where(other => other.Quantity.Supports(quantity)).Select(other => (passage.Text, other.Start))).ToList();
                if (places.Count > 0 && Direction.Pairs.Any(pair => IsTurned(pair, (clause.Text, start), places)))
                    yield return $"the cited passage says the contrary of {quantity.Written}";
                if (places.Count > 0 && IsContrary(Before(clause.Text, start), [.. places.Select(place => Before(place.Text, place.Start))]))
                    yield return $"the cited passage says the contrary of {quantity.Written}";
                if (places.Count > 0 && ((plain && places.All(place => Certainty.IsUnsure(place.Text[..place.Start]))) || (sure && places.All(place => Certainty.IsSupposed(place.Text[..place.Start])))))
                    yield return $"the cited passage is not sure of {quantity.Written}, the claim is";
            }
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
