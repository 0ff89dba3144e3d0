using System.Globalization;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Extraction.Kinds;

/// <summary>How likely a sentence is of each <see cref="SentenceKind"/>: a multinomial logistic regression over its traits.</summary>
/// <remarks>The weights stand in <c>SentenceWeights.txt</c>, which <c>tests/Pipeline.Benchmarks/train_sentences.py</c> writes.</remarks>
internal sealed class KindOdds
{
    private static readonly double[][] Weights = Load();

    private readonly double[] _odds;

    private KindOdds(double[] odds) => _odds = odds;

    /// <summary>From 0 to 1; over the kinds they add up to 1.</summary>
    public double this[SentenceKind kind] => _odds[(int)kind];

    public SentenceKind Likeliest => (SentenceKind)Array.IndexOf(_odds, _odds.Max());

    /// <summary>That it says what follows or may follow from the event, and not only that it comes.</summary>
    public double Outcome => this[SentenceKind.Consequence] + this[SentenceKind.Forecast];

    public static KindOdds Of(string sentence)
    {
        var scores = (double[])Weights[0].Clone();
        foreach (var (at, shows) in SentenceTraits.Of(sentence).Index())
            for (var kind = 0; shows && kind < scores.Length; kind++)
                scores[kind] += Weights[at + 1][kind];
        var most = scores.Max();
        var raised = scores.Select(score => Math.Exp(score - most)).ToArray();
        return new KindOdds([.. raised.Select(value => value / raised.Sum())]);
    }

    /// <summary>The bias, then a row for each trait in its order.</summary>
    private static double[][] Load()
    {
        var rows = Resource.Lines("SentenceWeights.txt").Skip(1).Select(line => line.Split(' '))
            .ToDictionary(row => row[0], row => row.Skip(1).Select(weight => double.Parse(weight, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return [.. SentenceTraits.Names.Prepend("bias").Select(name => rows[name])];
    }
}
