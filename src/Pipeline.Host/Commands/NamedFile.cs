namespace Pipeline.Host.Commands;

/// <summary>Files and folders that the command line names: what can't be one is wrong usage, and said before the work begins.</summary>
internal static class NamedFile
{
    /// <exception cref="UsageException">There is no such file.</exception>
    public static string ToRead(string path) =>
        File.Exists(NoFolder(path)) ? path : throw new UsageException($"there is no file {path}");

    /// <exception cref="UsageException">No file can be written there.</exception>
    public static string ToWrite(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(NoFolder(path)));
        return folder is null || Directory.Exists(folder) ? path : throw new UsageException($"there is no folder {folder} to write {Path.GetFileName(path)} into; make it first");
    }

    /// <exception cref="UsageException">There is no such folder.</exception>
    public static string Folder(string path) =>
        Directory.Exists(NoFile(path)) ? path : throw new UsageException($"there is no folder {path}");

    /// <exception cref="UsageException">It is a folder.</exception>
    public static string NoFolder(string path) => Directory.Exists(path) ? throw new UsageException($"{path} is a folder; name a file") : path;

    /// <exception cref="UsageException">It is a file.</exception>
    public static string NoFile(string path) => File.Exists(path) ? throw new UsageException($"{path} is a file; name a folder") : path;
}
