using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Host.Embeddings;

/// <summary>Knows a request for a vector again, by whom it asks and what: unlike a text, a vector means nothing beside those of another model.</summary>
internal static class VectorHash
{
    /// <summary>SHA-256, each part with its length, so that none can pass for two; no request to a language model begins so.</summary>
    public static string Of(string model, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"embedding {model.Length}\n{model}\n{text.Length}\n{text}\n"))));
}
