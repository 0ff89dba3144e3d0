using System.Globalization;

namespace Pipeline.Digests;

/// <summary>Something wrong in a published file: its path under digests/, the line (from 1), and what and where it is.</summary>
public sealed record Finding(string File, int Line, string What)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {What}");
}
