namespace Pipeline.Linguistics;

/// <summary>Weighs the terms of a collection of texts by how rare they are in it (TF-IDF), and makes vectors of the texts.</summary>
public sealed class TermSpace
{
    /// <summary>
    /// A collection of two texts can't tell which of its words are rare. So the count starts as if this many other texts
    /// had been read that held none of them.
    /// </summary>
    private const int Background = 200;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly double[] _rarity;

    /// <param name="texts">Each text's terms with their weights before rarity, in an order that doesn't depend on the order of arrival.</param>
    public TermSpace(IEnumerable<IReadOnlyDictionary<string, double>> texts)
    {
        var (count, frequencies) = (0, new List<int>());
        foreach (var text in texts)
        {
            count++;
            foreach (var term in text.Keys)
            {
                if (_numbers.TryAdd(term, frequencies.Count))
                    frequencies.Add(0);
                frequencies[_numbers[term]]++;
            }
        }

        _rarity = [.. frequencies.Select(frequency => Math.Log((count + Background + 1.0) / (frequency + 0.5)))];
    }

    /// <summary>How rare a term is among the texts: the logarithm of one in so many.</summary>
    public double Rarity(string term) => _rarity[_numbers[term]];

    public TermVector Vector(IReadOnlyDictionary<string, double> text)
    {
        var terms = text.Select(pair => (Number: _numbers[pair.Key], pair.Value)).OrderBy(term => term.Number).ToArray();
        return TermVector.Of([.. terms.Select(term => term.Number)], [.. terms.Select(term => term.Value * _rarity[term.Number])]);
    }
}
