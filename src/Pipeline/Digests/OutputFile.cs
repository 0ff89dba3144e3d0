using System.Security.Cryptography;

namespace Pipeline.Digests;

/// <summary>A file to publish: its path under digests/, with <c>/</c>, and its bytes.</summary>
/// <exception cref="ArgumentException">The path is not relative, or leads elsewhere on some system.</exception>
public sealed record OutputFile(string Path, byte[] Content)
{
    public string Path { get; } = Checked(Path);

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Hash { get; } = HashOf(Content);

    internal static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The path itself, where every part of it is a plain name on Linux, macOS and Windows alike.</summary>
    internal static string Checked(string path) => path.Split('/').All(IsName)
        ? path
        : throw new ArgumentException($"'{path}' is no path under digests/: it must be plain names with '/' between them.", nameof(path));

    private static bool IsName(string part) =>
        part.Length > 0 && part[^1] is not ('.' or ' ') && !part.Any(character => IsReserved(character) || char.IsControl(character));

    /// <summary>Plain on Linux, but on Windows they lead to other folders and drives, or nowhere.</summary>
    private static bool IsReserved(char character) => character is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|';
}
