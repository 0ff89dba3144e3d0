using Dapper;
using Npgsql;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>What the nodes at one database share besides the archive: the shards of the sources, the turns at domains, and the lock of whoever works alone.</summary>
internal sealed class PostgresNodes : IAsyncDisposable
{
    /// <summary>Of Quartz's tables, and of what the nodes tell each other; nothing in it has to be kept.</summary>
    public const string SchemaName = "pipeline_schedule";

    private const int SchemaLock = 3;

    private readonly PostgresUrl url;
    private readonly NpgsqlDataSource source;

    private PostgresNodes(PostgresUrl url, NpgsqlDataSource source, PostgresTurns turns) => (this.url, this.source, Turns) = (url, source, turns);

    public PostgresTurns Turns { get; }

    /// <param name="width">Requests at a time to one domain, by all nodes together.</param>
    /// <param name="pace">Between the starts of two requests to one domain, by whichever nodes.</param>
    /// <exception cref="ArchiveException">The database can't be reached, or no schema be made in it.</exception>
    public static async Task<PostgresNodes> OpenAsync(PostgresUrl url, int width, TimeSpan pace, TimeProvider clock, CancellationToken cancellation)
    {
        var source = AdvisoryLocks.Source(url);
        try
        {
            await PrepareAsync(source, cancellation);
            return new PostgresNodes(url, source, new PostgresTurns(url, source, width, pace, clock));
        }
        catch (Exception exception)
        {
            await source.DisposeAsync();
            throw PostgresError.Explain(url, exception) ?? exception;
        }
    }

    /// <summary>Takes a shard, beside nodes that collect others.</summary>
    /// <returns>Null where another node holds it.</returns>
    /// <exception cref="ArchiveBusyException">A run that works alone holds the archive, or waits for it.</exception>
    public Task<IAsyncDisposable?> TryShardAsync(int shard, CancellationToken cancellation) =>
        PostgresError.ExplainedAsync<IAsyncDisposable?>(url, async () => await PostgresShard.TryTakeAsync(source, shard, cancellation));

    /// <summary>Takes the whole archive when the shards at work are through; none is begun meanwhile.</summary>
    public Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation) =>
        PostgresError.ExplainedAsync<IAsyncDisposable>(url, async () => await PostgresLock.WaitAsync(source, purpose, cancellation));

    public async ValueTask DisposeAsync()
    {
        await Turns.DisposeAsync();
        await source.DisposeAsync();
    }

    /// <remarks>Under a lock, since two that make the same schema at once fail even with IF NOT EXISTS.</remarks>
    private static async Task PrepareAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@space, @key)", new { space = PostgresMigration.LockSpace, key = SchemaLock });
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = @schema)", new { schema = SchemaName }))
            await connection.ExecuteAsync($"CREATE SCHEMA {SchemaName}");
        await connection.ExecuteAsync($"CREATE UNLOGGED TABLE IF NOT EXISTS {PostgresTurns.Table} (domain TEXT NOT NULL PRIMARY KEY, next TIMESTAMPTZ NOT NULL)");
        await connection.ExecuteAsync($"DELETE FROM {PostgresTurns.Table} WHERE next < clock_timestamp() - interval '1 day'");
        await transaction.CommitAsync(CancellationToken.None);
    }
}
