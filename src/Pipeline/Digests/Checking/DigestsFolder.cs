using System.Text;

namespace Pipeline.Digests.Checking;

/// <summary>The published files, by their paths under digests/.</summary>
internal sealed class DigestsFolder(string root)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
    private readonly Dictionary<string, Page?> pages = new(StringComparer.Ordinal);

    public bool Has(string path) => Inside(path) is { } file && File.Exists(file);

    /// <summary>Null where there is no such file, or the path leads out of the folder.</summary>
    public byte[]? Bytes(string path) => Inside(path) is { } file && File.Exists(file) ? File.ReadAllBytes(file) : null;

    /// <summary>The file's text; null, with a finding, where there is none or it is no UTF-8.</summary>
    public string? Text(string path, ICollection<Finding> findings)
    {
        if (Bytes(path) is not { } bytes)
        {
            findings.Add(new Finding(path, 1, "there is no such file"));
            return null;
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(new Finding(path, 1, "is not UTF-8"));
            return null;
        }
    }

    /// <summary>A page that something links to; null where it can't be read.</summary>
    public Page? Page(string path)
    {
        if (!pages.TryGetValue(path, out var page))
            pages[path] = page = Text(path, new List<Finding>()) is { } text ? PageReader.Read(path, text) : null;
        return page;
    }

    private string? Inside(string path)
    {
        var file = Path.GetFullPath(Path.Combine(root, path));
        return file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file : null;
    }
}
