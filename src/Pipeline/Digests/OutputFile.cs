using System.Security.Cryptography;

namespace Pipeline.Digests;

/// <summary>A file to publish: its path under digests/, with <c>/</c>, and its bytes.</summary>
public sealed record OutputFile(string Path, byte[] Content)
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}
