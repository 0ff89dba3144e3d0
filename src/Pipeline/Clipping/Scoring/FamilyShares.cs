namespace Pipeline.Clipping.Scoring;

/// <summary>For each part and family: how much of the page's running text stands in the nearest part of that family around it.</summary>
/// <remarks>A small share says that the name is meant; <c>has-sidebar</c> on the whole page holds everything and says nothing.</remarks>
internal sealed class FamilyShares
{
    public static readonly int Families = Enum.GetValues<Family>().Length;

    /// <summary>Given where no part around is of the family.</summary>
    public const float None = 2;

    /// <summary>By part; one that is of no family shares its parent's.</summary>
    private readonly float[][] _shares;

    public FamilyShares(Outline outline, PartCount[] counts)
    {
        _shares = new float[outline.Parts.Count][];
        var none = new float[Families];
        none.AsSpan().Fill(None);
        var total = Math.Max(1, counts.Length == 0 ? 1 : counts[0].Prose);
        foreach (var part in outline.Parts)
        {
            var around = part.Parent < 0 ? none : _shares[part.Parent];
            var families = counts[part.Index].Words > 0 ? FamilyNames.Of(part) : 0;
            _shares[part.Index] = families == 0 ? around : Marked(around, families, (float)counts[part.Index].Prose / total);
        }
    }

    public ReadOnlySpan<float> Of(int part) => _shares[part];

    private static float[] Marked(float[] around, uint families, float share)
    {
        float[] own = [.. around];
        for (var bits = families; bits != 0; bits &= bits - 1)
            own[System.Numerics.BitOperations.TrailingZeroCount(bits)] = share;
        return own;
    }
}
