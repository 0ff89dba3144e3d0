using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>Copies an archive, whatever the databases, and compares the copy with it row by row.</summary>
internal static class ArchiveCopy
{
    private const int RowsToTell = 1000;

    /// <summary>All rows or none, and none that reads otherwise. The archive may be written meanwhile: the copy is of one state.</summary>
    /// <exception cref="TroubleException">The other archive is not empty, or does not read as this one does.</exception>
    public static Task<ArchiveSummary> RunAsync(IDatabase from, IDatabase to, IProgress<Progress> progress, CancellationToken cancellation) =>
        from.ReadAsync(
            async source =>
            {
                var (total, original) = (await CountAsync(source), await ArchiveSummary.OfAsync(source));
                await to.WriteAsync(
                    async target =>
                    {
                        await CopyAsync(source, target, total, progress);
                        // Before it is committed: else the next attempt would find an archive there, and a wrong one.
                        if ((await ArchiveSummary.OfAsync(target)).Hash != original.Hash)
                            throw new TroubleException("the copy does not read as the archive does; nothing was changed in either. Try again, and report it if it happens twice");
                    },
                    cancellation);
                return original;
            },
            cancellation);

    private static async Task CopyAsync(Session source, Session target, int total, IProgress<Progress> progress)
    {
        if (await CountAsync(target) is var there and > 0)
            throw new TroubleException($"there is an archive with {there} rows in it already; name a place where none is yet");
        var done = 0;
        foreach (var table in Schema.Tables)
        {
            await foreach (var row in source.RowsAsync(table))
            {
                await InsertAsync(target, table, row);
                if (++done % RowsToTell == 0)
                    progress.Report(new Progress("copy", done, total, table));
            }
        }

        progress.Report(new Progress("copy", done, total, "all rows"));
    }

    private static Task<int> InsertAsync(Session target, string table, (string Name, object? Value)[] row) => target.ExecutePreparedAsync(
        $"INSERT INTO {table} ({string.Join(", ", row.Select(column => column.Name))}) VALUES ({string.Join(", ", row.Select(column => "@" + column.Name))})",
        [.. row.Select(column => ("@" + column.Name, column.Value))]);

    private static async Task<int> CountAsync(Session session) =>
        await session.FirstAsync<int>("SELECT " + string.Join(" + ", Schema.Tables.Select(table => $"(SELECT COUNT(*) FROM {table})")));
}
