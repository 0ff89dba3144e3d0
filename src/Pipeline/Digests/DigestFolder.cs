using System.Security.Cryptography;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>The folder that downstream reads. A file in it is whole at every moment: the old one or the new one.</summary>
/// <remarks>
/// New files are written to a staging folder and renamed into place, one after the other; a run that is killed in between leaves
/// some old and some new. The folder itself may be a link, that is its owner's choice; below it links are refused, since
/// writing through one would change something outside, and renaming over one would silently replace it.
/// </remarks>
public sealed class DigestFolder
{
    private readonly string root;

    public DigestFolder(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        root = Try("follow", full, () => Followed(new DirectoryInfo(full)));
        Staging = StagingOf(root);
    }

    /// <summary>
    /// Beside the folder, so that no generator sees it; inside where the folder is a mount point (a container's volume):
    /// a rename from outside would be a copy there.
    /// </summary>
    internal string Staging { get; }

    /// <summary>Replaces what has changed, in the order given. Files with the same bytes are not touched.</summary>
    /// <param name="progress">Told each path once its file is in place.</param>
    /// <returns>The paths of the files replaced.</returns>
    /// <exception cref="TroubleException">A file can't be written; every file under the folder is whole all the same.</exception>
    public IReadOnlyList<string> Replace(IReadOnlyList<OutputFile> files, Action<string>? progress = null)
    {
        var twice = files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"'{twice.Key}' is given twice.", nameof(files));

        Try("clear", Staging, ClearStaging);
        var changed = files.Where(file => Try("read", Place(file), () => Differs(file))).ToList();
        try
        {
            Publish(changed, progress);
        }
        catch
        {
            Abandon();
            throw;
        }
        Try("clear", Staging, ClearStaging);
        return [.. changed.Select(file => file.Path)];
    }

    /// <summary>SHA-256, in hex, of the file as it is now; null where there is none.</summary>
    public string? Hash(string path)
    {
        var place = Place(OutputFile.Checked(path));
        return Try("read", place, () =>
        {
            if (!File.Exists(place))
                return null;
            using var stream = File.OpenRead(place);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        });
    }

    /// <summary>The file's text as it is now; null where there is none.</summary>
    public string? Text(string path)
    {
        var place = Place(OutputFile.Checked(path));
        return Try("read", place, () => File.Exists(place) ? File.ReadAllText(place) : null);
    }

    private void Publish(IReadOnlyList<OutputFile> files, Action<string>? progress)
    {
        foreach (var file in files)
            Try("write", Place(file), () => Stage(file));
        foreach (var file in files)
        {
            Try("replace", Place(file), () => Rename(file));
            progress?.Invoke(file.Path);
        }
    }

    private string Place(OutputFile file) => Place(file.Path);

    private string Place(string path) => Path.Combine(root, path);

    private bool Differs(OutputFile file)
    {
        RefuseObstacles(file.Path);
        var old = new FileInfo(Place(file));
        return !old.Exists || old.Length != file.Content.Length || !File.ReadAllBytes(old.FullName).AsSpan().SequenceEqual(file.Content);
    }

    /// <summary>Found before the first file is replaced, so that a week is not left half old for want of a look.</summary>
    private void RefuseObstacles(string path)
    {
        var place = Place(path);
        if (Directory.Exists(place))
            throw new IOException("a folder stands where the file should");
        for (; place.Length > root.Length; place = Path.GetDirectoryName(place)!)
        {
            if (new FileInfo(place).LinkTarget is { } target)
                throw new IOException($"{place} is a link (to {target}); make it a plain file or folder");
            if (Path.GetDirectoryName(place) is { } folder && File.Exists(folder))
                throw new IOException($"{folder} is a file where a folder should be");
        }
    }

    private void Stage(OutputFile file)
    {
        var place = Path.Combine(Staging, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        using var stream = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
        stream.Write(file.Content);
        // On the disk before it has its name: after a power cut an empty file could stand there else.
        stream.Flush(flushToDisk: true);
    }

    private void Rename(OutputFile file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(file))!);
        File.Move(Path.Combine(Staging, file.Path), Place(file), overwrite: true);
    }

    private void ClearStaging()
    {
        if (File.Exists(Staging))
            File.Delete(Staging);
        else if (Directory.Exists(Staging))
            Directory.Delete(Staging, recursive: true);
    }

    private void Abandon()
    {
        try
        {
            ClearStaging();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to tell; the next start clears.
        }
    }

    private static string Followed(DirectoryInfo folder) =>
        folder.LinkTarget is null ? folder.FullName : folder.ResolveLinkTarget(returnFinalTarget: true)!.FullName;

    private static string StagingOf(string root)
    {
        var name = $".{Path.GetFileName(root)}-staging";
        var mounted = DriveInfo.GetDrives().Any(drive => Path.TrimEndingDirectorySeparator(drive.Name) == root);
        return Path.Combine(mounted || Path.GetDirectoryName(root) is not { } parent ? root : parent, name);
    }

    private static void Try(string what, string place, Action action) => Try(what, place, () =>
    {
        action();
        return true;
    });

    private static T Try<T>(string what, string place, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new TroubleException($"can't {what} {place}: {exception.Message}", exception);
        }
    }
}
