namespace Pipeline.Host.Commands.Sources;

/// <summary>Writes a file such that it is whole at every moment: the old one or the new one.</summary>
internal static class WholeFile
{
    public static void Replace(string path, byte[] bytes)
    {
        var place = Path.GetFullPath(path);
        if (new FileInfo(place) is { LinkTarget: not null } link)
            place = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var staged = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Environment.ProcessId}.new");
        try
        {
            Write(staged, bytes);
            if (!OperatingSystem.IsWindows() && File.Exists(place))
                File.SetUnixFileMode(staged, File.GetUnixFileMode(place));
            File.Move(staged, place, overwrite: true);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    private static void Write(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(bytes);
        // On the disk before it has its name: after a power cut an empty file could stand there else.
        file.Flush(flushToDisk: true);
    }
}
