using System.Globalization;
using System.Text.Json;

namespace Pipeline.Host.Storage;

/// <summary>The archive can't be used; the message says which one, why, and what to do.</summary>
internal sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause)
{
    public const string Remedy = "Put a backup in its place, or move it away to begin anew (weeks already published stay under digests/)";

    public static ArchiveException Newer(string archive, int version) => new(string.Create(CultureInfo.InvariantCulture,
        $"the archive {archive} is of a newer version ({version}; this one knows {Schema.Versions.Count}): use the newer pipeline"));

    public static ArchiveException Damaged(string archive, JsonException cause) =>
        new($"the archive {archive} is damaged: a document in it can't be read ({cause.Message}). {Remedy}", cause);
}
