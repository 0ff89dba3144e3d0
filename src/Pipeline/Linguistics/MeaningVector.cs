using System.Numerics;

namespace Pipeline.Linguistics;

/// <summary>
/// A text as an embedding model places it, in whole numbers from -127 to 127: sums of those are the same in every order and on
/// every processor, which sums of fractions are not, and a quarter of the bytes keeps what a cosine needs.
/// </summary>
public sealed class MeaningVector
{
    private const int Largest = sbyte.MaxValue;

    private readonly sbyte[] _parts;
    private readonly double _length;

    private MeaningVector(sbyte[] parts) => (_parts, _length) = (parts, Math.Sqrt(Dot(parts, parts)));

    /// <summary>How many numbers it has: those of two models, or of different lengths, can't be compared.</summary>
    public int Count => _parts.Length;

    public ReadOnlySpan<sbyte> Parts => _parts;

    /// <summary>What was made whole once comes back the same. Null for what says nothing: no numbers, or none but 0, or not only numbers.</summary>
    public static MeaningVector? Of(ReadOnlySpan<float> numbers)
    {
        var largest = 0f;
        foreach (var number in numbers)
        {
            if (!float.IsFinite(number))
                return null;
            largest = Math.Max(largest, Math.Abs(number));
        }

        if (largest == 0)
            return null;
        var parts = new sbyte[numbers.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (sbyte)Math.Round((double)numbers[i] / largest * Largest, MidpointRounding.ToEven);
        return new MeaningVector(parts);
    }

    /// <summary>-1 to 1.</summary>
    public double Cosine(MeaningVector other) => Dot(_parts, other._parts) / (_length * other._length);

    /// <param name="other">As long.</param>
    internal static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sums = Vector<int>.Zero;
        var i = 0;
        for (; i <= one.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[i..]), out var low, out var high);
            Vector.Widen(new Vector<sbyte>(other[i..]), out var otherLow, out var otherHigh);
            // Two products of 127 by 127 have room in a short.
            Vector.Widen((low * otherLow) + (high * otherHigh), out var first, out var second);
            sums += first + second;
        }

        var sum = Vector.Sum(sums);
        for (; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }
}
