using Dapper;
using Npgsql;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>A shard that this node collects: an advisory lock on a connection of its own, which the server lets go when the node dies.</summary>
/// <remarks>Quartz runs a shard's job on one node at a time. This also holds for a node that was taken for dead and is not.</remarks>
internal sealed class PostgresShard : IAsyncDisposable
{
    /// <summary>"Pips" in ASCII.</summary>
    private const int ShardSpace = 0x5069_7073;

    private readonly NpgsqlConnection connection;

    private PostgresShard(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<PostgresShard?> TryTakeAsync(NpgsqlDataSource source, int shard, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            await PostgresLock.ShareAsync(connection, cancellation);
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT pg_try_advisory_lock(@space, @shard)", new { space = ShardSpace, shard }, cancellationToken: cancellation)))
                return new PostgresShard(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await AdvisoryLocks.EndAsync(connection);
        return null;
    }

    public ValueTask DisposeAsync() => AdvisoryLocks.EndAsync(connection);
}
