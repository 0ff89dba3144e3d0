using Dapper;
using Npgsql;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>Brings a database to the present schema; its version stands in the table <c>archive</c>.</summary>
internal static class PostgresMigration
{
    public const string SchemaName = "pipeline";

    /// <summary>"Pipl" in ASCII: the first half of the keys of our advisory locks, which all programs on a database share.</summary>
    public const int LockSpace = 0x5069_706C;

    private const int MigrationLock = 1;

    public static async Task RunAsync(PostgresUrl url, NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await VersionAsync(url, connection) == Schema.Versions.Count)
            return;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@space, @key)", new { space = LockSpace, key = MigrationLock });
        await using var statements = new Statements(connection, new PostgresDialect());
        // Asked again: another process may have been quicker.
        await MigrateAsync(new Session(transaction, statements, cancellation), await VersionAsync(url, connection));
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <remarks>The first version came before PostgreSQL: an archive there begins with all of them in a row.</remarks>
    private static async Task MigrateAsync(Session session, int version)
    {
        if (version == 0)
            await CreateAsync(session);
        foreach (var next in Schema.Versions.Skip(version))
        {
            await session.ExecuteAsync(session.Dialect.Script(next.Script));
            await (next.Fill?.Invoke(session) ?? Task.CompletedTask);
        }

        await session.ExecuteAsync("UPDATE archive SET version = @version", new { version = Schema.Versions.Count });
    }

    private static async Task CreateAsync(Session session)
    {
        // Not IF NOT EXISTS: that asks for the right to create schemas even where there is nothing to create.
        if (!await session.FirstAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = @schema)", new { schema = SchemaName }))
            await session.ExecuteAsync($"CREATE SCHEMA {SchemaName}");
        await session.ExecuteAsync("CREATE TABLE archive (version INTEGER NOT NULL, holder TEXT NOT NULL)");
        await session.ExecuteAsync("INSERT INTO archive (version, holder) VALUES (0, '')");
    }

    /// <summary>0 where there is no archive yet.</summary>
    private static async Task<int> VersionAsync(PostgresUrl url, NpgsqlConnection connection)
    {
        var encoding = await connection.ExecuteScalarAsync<string>("SHOW server_encoding");
        if (encoding != "UTF8")
            throw new ArchiveException($"the archive {url.Shown} can't hold every language: its database is in {encoding}; make one with createdb --encoding=UTF8 --template=template0");
        // Not to_regclass: within a transaction that may answer from before another process made the table.
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = @schema AND tablename = 'archive')", new { schema = SchemaName }))
            return 0;
        var version = await connection.ExecuteScalarAsync<int>($"SELECT version FROM {SchemaName}.archive");
        return version <= Schema.Versions.Count ? version : throw ArchiveFault.Newer(url.Shown, version);
    }
}
