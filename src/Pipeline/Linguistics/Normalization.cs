using ICU4N.Text;

namespace Pipeline.Linguistics;

/// <summary>Unicode normalisation that works without the system's ICU: <c>string.Normalize</c> does nothing in invariant mode.</summary>
public static class Normalization
{
    /// <summary>NFKC (UAX #15): full-width letters, ligatures and circled digits become plain ones. Lengths change: never use offsets into the result.</summary>
    public static string Nfkc(string text) => Normalizer2.NFKCInstance.Normalize(text);
}
