namespace Pipeline.Tests.Fuzz;

/// <summary>Numbers that are the same for the same seed on every machine and in every version (SplitMix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong state = (ulong)seed * 0xD1342543DE82EF95 + 1;

    /// <summary>From 0 to one less than <paramref name="sides"/>.</summary>
    public int Next(int sides)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)Math.Max(1, sides));
    }

    public T Pick<T>(IReadOnlyList<T> values) => values[Next(values.Count)];
}
