using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Sqlite;

/// <summary>Brings an archive file to the present schema; a file that is not ours is left as it is.</summary>
internal static class SqliteMigration
{
    /// <summary>"Pipl" in ASCII, in the file's header: tells an archive from another program's database.</summary>
    private const int ApplicationId = 0x5069_706C;

    public static async Task RunAsync(string path, SqliteConnection connection, CancellationToken cancellation)
    {
        var version = Check(path, connection, null);
        // Before the first table and outside any transaction: SQLite wants it so.
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        if (version < Schema.Versions.Count)
            await MigrateAsync(path, connection, cancellation);
    }

    private static async Task MigrateAsync(string path, SqliteConnection connection, CancellationToken cancellation)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var statements = new Statements(connection, new SqliteDialect());
        var session = new Session(transaction, statements, cancellation);
        // Asked again: another process may have been quicker.
        foreach (var version in Schema.Versions.Skip(Check(path, connection, transaction)))
        {
            await session.ExecuteAsync(session.Dialect.Script(version.Script));
            await (version.Fill?.Invoke(session) ?? Task.CompletedTask);
        }

        await session.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"));
        await session.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Schema.Versions.Count}"));
        await transaction.CommitAsync(cancellation);
    }

    private static int Check(string path, SqliteConnection connection, SqliteTransaction? transaction)
    {
        var version = Ask("PRAGMA user_version");
        var tables = Ask("SELECT COUNT(*) FROM sqlite_master");
        if (Ask("PRAGMA application_id") != ApplicationId && (version != 0 || tables != 0))
            throw new ArchiveException($"{path} is another program's database; give an archive's path, or one where no file is yet");
        if (version > Schema.Versions.Count)
            throw ArchiveFault.Newer(path, version);
        return version;

        int Ask(string question) => connection.ExecuteScalar<int>(question, transaction: transaction);
    }
}
