namespace Pipeline.Analysis.Extraction.Kinds;

/// <summary>The files of this folder, which travel inside the library.</summary>
internal static class KindsFile
{
    /// <summary>Its lines without remarks and blank ones.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(KindsFile).Assembly.GetManifestResourceStream($"{typeof(KindsFile).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#')];
    }
}
