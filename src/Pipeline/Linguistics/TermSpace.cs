namespace Pipeline.Linguistics;

/// <summary>Weighs the terms of a collection of texts by how rare they are in it (TF-IDF) and makes vectors of the texts.</summary>
public static class TermSpace
{
    /// <summary>
    /// A collection of two texts can't tell which of its words are rare. So the count starts as if this many other texts
    /// had been read that held none of them.
    /// </summary>
    private const int Background = 200;

    /// <param name="texts">Each text's terms with their weights, before rarity.</param>
    public static IReadOnlyList<TermVector> Vectors(IReadOnlyList<IReadOnlyDictionary<string, double>> texts, int background = Background)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequencies = new List<int>();
        foreach (var term in texts.SelectMany(text => text.Keys))
        {
            if (numbers.TryAdd(term, frequencies.Count))
                frequencies.Add(0);
            frequencies[numbers[term]]++;
        }

        var rarity = frequencies.Select(frequency => Math.Log((texts.Count + background + 1.0) / (frequency + 0.5))).ToArray();
        return [.. texts.Select(text => Vector(text, numbers, rarity))];
    }

    private static TermVector Vector(IReadOnlyDictionary<string, double> text, Dictionary<string, int> numbers, double[] rarity)
    {
        var terms = text.Select(pair => (Number: numbers[pair.Key], pair.Value)).OrderBy(pair => pair.Number).ToArray();
        return TermVector.Of([.. terms.Select(term => term.Number)], [.. terms.Select(term => term.Value * rarity[term.Number])]);
    }
}
