using System.CommandLine;
using Pipeline.Host.Storage;
using Pipeline.Model;

namespace Pipeline.Host.Commands.Archive;

internal static class ArchiveMove
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var to = new Argument<string>("TO") { Description = "an SQLite file, or postgres://user@host/database; there must be no archive in it yet" };
        var command = new ExampledCommand("move", "Copy the archive to another database, compare the copy row by row, and say how to go on with it. The old one is left as it was.",
            """
            pipeline archive move postgres://news@db.example/news
            pipeline archive move .pipeline/archive.db --archive postgres://news@db.example/news
            PGPASSWORD=… pipeline archive move 'postgres://news@db.example/news?sslmode=verify-full'
            """)
        { to };
        common.AddTo(command, common.Strict, common.Digests);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(to)!, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string named, CancellationToken cancellation)
    {
        var (to, from) = (Desk.ArchivePath(NamedFile.NoFolder(named)), Desk.LoadSettings(request).Archive);
        if (from == to)
            throw new UsageException($"the archive is at {to} already; name another place");
        using var progress = new ConsoleProgress();
        var summary = await MoveAsync(from, to, progress, cancellation);
        progress.Dispose();
        if (request.Json)
            Console.WriteLine(ArchiveText.Json(summary, ("from", from), ("to", to)).ToJsonString(Output.Readable));
        else
            Console.WriteLine($"{ArchiveText.Told(summary)} are in {to}, and every row reads as in {from}, which is left as it was.\nFrom now on: 'archive: {named}' in sources.yaml, or --archive {named}. Take the old one away when the new one has served you.");
        return Exit.Done;
    }

    /// <summary>Nobody writes into either meanwhile.</summary>
    private static async Task<ArchiveSummary> MoveAsync(string from, string to, IProgress<Progress> progress, CancellationToken cancellation)
    {
        await using var source = await SqlArchive.OpenExistingAsync(from, cancellation);
        await using var target = await SqlArchive.OpenAsync(to, cancellation);
        await using var hold = await source.LockAsync("pipeline archive move", cancellation);
        await using var other = await target.LockAsync("pipeline archive move", cancellation);
        return await source.CopyToAsync(target, progress, cancellation);
    }
}
