namespace Pipeline.Clipping.Scoring;

/// <summary>For each part and family: how much of the page's running text stands in the nearest part of that family around it.</summary>
/// <remarks>A small share says that the name is meant; <c>has-sidebar</c> on the whole page holds everything and says nothing.</remarks>
internal sealed class FamilyShares
{
    public static readonly int Families = Enum.GetValues<Family>().Length;

    /// <summary>Given where no part around is of the family.</summary>
    public const float None = 2;

    private readonly float[] _shares;

    public FamilyShares(Outline outline, PartCount[] counts)
    {
        _shares = new float[outline.Parts.Count * Families];
        var total = Math.Max(1, counts.Length == 0 ? 1 : counts[0].Prose);
        foreach (var part in outline.Parts)
        {
            var own = Of(part.Index);
            if (part.Parent < 0)
                own.Fill(None);
            else
                Of(part.Parent).CopyTo(own);
            if (counts[part.Index].Words > 0)
                Mark(own, FamilyNames.Of(part), (float)counts[part.Index].Prose / total);
        }
    }

    public Span<float> Of(int part) => _shares.AsSpan(part * Families, Families);

    private static void Mark(Span<float> own, uint families, float share)
    {
        for (var bits = families; bits != 0; bits &= bits - 1)
            own[System.Numerics.BitOperations.TrailingZeroCount(bits)] = share;
    }
}
