namespace Pipeline.Linguistics;

/// <summary>A text as weighted terms: parallel arrays, ordered by term, of length one (or empty).</summary>
public sealed class TermVector
{
    private TermVector(int[] terms, double[] weights) => (Terms, Weights) = (terms, weights);

    public static TermVector Empty { get; } = new([], []);

    public int[] Terms { get; }

    public double[] Weights { get; }

    /// <param name="terms">Ascending, distinct.</param>
    /// <param name="weights">Positive.</param>
    public static TermVector Of(int[] terms, double[] weights)
    {
        var norm = Math.Sqrt(weights.Sum(weight => weight * weight));
        return norm == 0 ? Empty : new TermVector(terms, [.. weights.Select(weight => weight / norm)]);
    }

    /// <summary>Writes the weights into an array by term, to compare many others with it.</summary>
    public void Scatter(double[] weights)
    {
        for (var i = 0; i < Terms.Length; i++)
            weights[Terms[i]] = Weights[i];
    }

    /// <summary>Takes the weights out of the array again.</summary>
    public void Clear(double[] weights)
    {
        foreach (var term in Terms)
            weights[term] = 0;
    }

    /// <summary>The cosine with the text whose weights are scattered, 0 to 1.</summary>
    public double Dot(double[] weights)
    {
        var (terms, mine, sum) = (Terms, Weights, 0.0);
        for (var i = 0; i < terms.Length; i++)
            sum += mine[i] * weights[terms[i]];
        return sum;
    }

    /// <summary>The cosine with another text, 0 to 1.</summary>
    public double Cosine(TermVector other)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < Terms.Length && j < other.Terms.Length;)
        {
            if (Terms[i] == other.Terms[j])
                sum += Weights[i++] * other.Weights[j++];
            else if (Terms[i] < other.Terms[j])
                i++;
            else
                j++;
        }

        return sum;
    }
}
