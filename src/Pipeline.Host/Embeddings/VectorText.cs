using System.Runtime.InteropServices;
using Pipeline.Linguistics;

namespace Pipeline.Host.Embeddings;

/// <summary>A vector as the archive holds it: a byte for each number, in Base64.</summary>
internal static class VectorText
{
    public static string Of(MeaningVector vector) => Convert.ToBase64String(MemoryMarshal.AsBytes(vector.Parts));

    /// <summary>Null where it is none.</summary>
    public static float[]? Read(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var count) && count > 0 ? Array.ConvertAll(bytes[..count], part => (float)(sbyte)part) : null;
    }
}
