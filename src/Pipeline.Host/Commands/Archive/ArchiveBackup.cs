using System.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Model;

namespace Pipeline.Host.Commands.Archive;

internal static class ArchiveBackup
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var file = new Argument<string>("FILE") { Description = "the SQLite file to write, whole or not at all" };
        var force = new Option<bool>("--force") { Description = "replace a file that is there" };
        var command = new ExampledCommand("backup", "Copy the archive, on SQLite or PostgreSQL, into one SQLite file, while others work with it.",
            """
            pipeline archive backup /backups/monday.db --force
            pipeline status --archive /backups/monday.db                                        a backup is an archive
            pipeline archive move postgres://news@db.example/news --archive /backups/monday.db  back to PostgreSQL
            """)
        { file, force };
        common.AddTo(command, common.Strict, common.Digests);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(file)!, parsed.GetValue(force), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string named, bool force, CancellationToken cancellation)
    {
        var (from, file) = (Desk.LoadSettings(request).Archive, Path.GetFullPath(named));
        if (named.Contains("://", StringComparison.Ordinal) || from == file || Directory.Exists(file))
            throw new UsageException($"'{named}' is no file to write a backup to; name another, such as backup.db");
        if (File.Exists(file) && !force)
            throw new TroubleException($"{file} is there already; name another file, or replace it with --force");
        using var progress = new ConsoleProgress();
        var summary = await WriteAsync(from, file, progress, cancellation);
        progress.Dispose();
        Console.WriteLine(request.Json
            ? ArchiveText.Json(summary, ("from", from), ("to", file)).ToJsonString(Output.Readable)
            : $"{ArchiveText.Told(summary)} are in {file}, and every row reads as in {from}.");
        return Exit.Done;
    }

    private static async Task<ArchiveSummary> WriteAsync(string from, string file, IProgress<Progress> progress, CancellationToken cancellation)
    {
        var staged = file + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Remove(staged);
        try
        {
            await using var source = await SqlArchive.OpenExistingAsync(from, cancellation);
            ArchiveSummary summary;
            await using (var target = await SqlArchive.OpenAsync(staged, cancellation))
                summary = await source.CopyToAsync(target, progress, cancellation);
            File.Move(staged, file, overwrite: true);
            return summary;
        }
        finally
        {
            Remove(staged);
        }
    }

    /// <summary>With the log that SQLite keeps beside a file while it is open.</summary>
    private static void Remove(string staged)
    {
        foreach (var part in new[] { staged, staged + "-wal", staged + "-shm" })
            File.Delete(part);
    }
}
