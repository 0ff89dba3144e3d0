using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>One run at a time: a file beside the archive that the system lets go when the process dies, however it dies.</summary>
/// <remarks>
/// Who holds it stands in a second file, because a file held like this can't be read by others. The lock's own file is never
/// deleted, else two could hold one each.
/// </remarks>
internal sealed class ArchiveLock : IAsyncDisposable
{
    private readonly FileStream file;
    private readonly string holder;

    private ArchiveLock(FileStream file, string holder) => (this.file, this.holder) = (file, holder);

    /// <exception cref="ArchiveBusyException">Another run has it.</exception>
    public static ArchiveLock Take(string archive, string purpose)
    {
        var (path, holder) = (archive + ".lock", archive + ".lock.holder");
        var file = Open(path, holder);
        try
        {
            File.WriteAllText(holder, Holder.Self(purpose));
            return new ArchiveLock(file, holder);
        }
        catch (Exception exception)
        {
            file.Dispose();
            throw new ArchiveException($"can't say in {holder} who holds the archive: {exception.Message}", exception);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!file.CanRead)
            return ValueTask.CompletedTask;
        File.Delete(holder);
        return file.DisposeAsync();
    }

    private static FileStream Open(string path, string holder)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            throw new ArchiveBusyException(Named(holder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException($"can't take the archive's lock {path}: {exception.Message}", exception);
        }
    }

    /// <summary>EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows: what .NET gives for a file that another has locked.</summary>
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x8007_0020);

    private static string Named(string holder)
    {
        try
        {
            return File.ReadAllText(holder) is { Length: > 0 } name ? name : Holder.Unnamed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has only just begun, or is just ending; busy it is all the same.
            return Holder.Unnamed;
        }
    }
}
