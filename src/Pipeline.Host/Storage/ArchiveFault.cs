using System.Globalization;
using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>What both databases say of an archive that can't be used.</summary>
internal static class ArchiveFault
{
    public const string Remedy = "Put a backup in its place, or move it away to begin anew (weeks already published stay under digests/)";

    public static ArchiveException Newer(string archive, int version) => new(string.Create(CultureInfo.InvariantCulture,
        $"the archive {archive} is of a newer version ({version}; this one knows {Schema.Versions.Count}): use the newer pipeline"));

    public static ArchiveException Damaged(string archive, JsonException cause) =>
        new($"the archive {archive} is damaged: a document in it can't be read ({cause.Message}). {Remedy}", cause);
}
