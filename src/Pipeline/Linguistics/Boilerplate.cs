namespace Pipeline.Linguistics;

/// <summary>
/// What one publisher says under nearly every article and the others hardly say ("Comments URL", a series' name, a byline).
/// Left in, it makes a story or a theme of everything that publisher sends.
/// </summary>
public static class Boilerplate
{
    /// <summary>With fewer articles a habit can't be told from a subject.</summary>
    private const int FewestArticles = 10;

    private const double OwnShare = 0.6, OtherShare = 0.1;

    /// <summary>Each text without its publisher's boilerplate.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Without(
        IReadOnlyList<(string Publisher, IReadOnlyDictionary<string, double> Terms)> texts)
    {
        var everywhere = Frequencies(texts.Select(text => text.Terms));
        var habits = texts.GroupBy(text => text.Publisher, text => text.Terms, StringComparer.Ordinal)
            .ToDictionary(own => own.Key, own => Habits([.. own], everywhere, texts.Count), StringComparer.Ordinal);
        return [.. texts.Select(text => Without(text.Terms, habits[text.Publisher]))];
    }

    private static HashSet<string> Habits(
        List<IReadOnlyDictionary<string, double>> own, Dictionary<string, int> everywhere, int count)
    {
        var others = count - own.Count;
        if (own.Count < FewestArticles || others < FewestArticles)
            return [];
        return Frequencies(own)
            .Where(term => term.Value >= OwnShare * own.Count && everywhere[term.Key] - term.Value <= OtherShare * others)
            .Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, int> Frequencies(IEnumerable<IReadOnlyDictionary<string, double>> texts)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in texts.SelectMany(text => text.Keys))
            frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        return frequencies;
    }

    private static IReadOnlyDictionary<string, double> Without(IReadOnlyDictionary<string, double> terms, HashSet<string> habits) =>
        habits.Count == 0 ? terms : new SortedList<string, double>(terms.Where(term => !habits.Contains(term.Key)).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
}
