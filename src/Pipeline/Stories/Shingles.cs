using System.IO.Hashing;
using System.Runtime.InteropServices;
using Pipeline.Linguistics;

namespace Pipeline.Stories;

/// <summary>A text as the set of its overlapping runs of a few words or characters, hashed (Broder 1997): what near-duplicates share.</summary>
internal sealed class Shingles
{
    private const int Width = 4;

    /// <summary>Fewer than this many shingles prove nothing: a short text is a formula that many use.</summary>
    private const int Fewest = 20;

    /// <summary>One shingle in so many is looked up: chosen by its hash, so that two texts choose the same ones.</summary>
    private const int Sampling = 8;

    private const int MostCharacters = 8_000;

    private readonly HashSet<ulong> _all;

    private Shingles(HashSet<ulong> all) => _all = all;

    public bool AreEnough => _all.Count >= Fewest;

    /// <summary>In ascending order.</summary>
    public IEnumerable<ulong> Sample => _all.Where(shingle => shingle % Sampling == 0).Order();

    public static Shingles Of(string text)
    {
        var tokens = Tokens(text).Select(token => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(token.AsSpan()))).ToArray();
        var all = new HashSet<ulong>();
        for (var i = 0; i + Width <= tokens.Length; i++)
            all.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(tokens.AsSpan(i, Width))));
        return new Shingles(all);
    }

    /// <summary>How much of the smaller text stands in the larger one.</summary>
    public double Containment(Shingles other)
    {
        var (small, large) = _all.Count <= other._all.Count ? (_all, other._all) : (other._all, _all);
        return small.Count == 0 ? 0 : (double)small.Count(large.Contains) / small.Count;
    }

    /// <summary>Words in lower case; Han and kana one by one.</summary>
    public static IEnumerable<string> Tokens(string text)
    {
        var plain = Simplification.Simplify(Normalization.Nfkc(text.Length > MostCharacters ? text[..MostCharacters] : text)).ToLowerInvariant();
        var start = 0;
        for (var i = 0; i <= plain.Length; i++)
        {
            var alone = i < plain.Length && (Script.IsHan(plain[i]) || Script.IsKana(plain[i]));
            if (i < plain.Length && char.IsLetterOrDigit(plain[i]) && !alone)
                continue;
            if (i > start)
                yield return plain[start..i];
            if (alone)
                yield return plain[i..(i + 1)];
            start = i + 1;
        }
    }
}
