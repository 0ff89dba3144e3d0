using Dapper;
using Npgsql;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>One run at a time: an advisory lock on a connection of its own, which the server lets go when the process or its machine dies.</summary>
internal sealed class PostgresLock : IAsyncDisposable
{
    private const int RunLock = 2;

    private static readonly object Key = new { space = PostgresMigration.LockSpace, key = RunLock };

    private NpgsqlConnection? connection;

    private PostgresLock(NpgsqlConnection connection) => this.connection = connection;

    /// <exception cref="ArchiveBusyException">Another run has it.</exception>
    public static async Task<PostgresLock> TakeAsync(NpgsqlDataSource source, string purpose, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT pg_try_advisory_lock(@space, @key)", Key, cancellationToken: cancellation)))
                throw new ArchiveBusyException(await connection.ExecuteScalarAsync<string>("SELECT holder FROM archive") is { Length: > 0 } name ? name : Holder.Unnamed);
            // A machine that lost its power says no goodbye: the server is to notice within a minute, and not after two hours.
            await connection.ExecuteAsync("SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3");
            await connection.ExecuteAsync("UPDATE archive SET holder = @holder", new { holder = $"{Holder.Self(purpose)} on {Environment.MachineName}" });
            return new PostgresLock(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref connection, null) is not { } held)
            return;
        await using (held)
        {
            try
            {
                await held.ExecuteAsync("UPDATE archive SET holder = ''");
                await held.ExecuteAsync("SELECT pg_advisory_unlock(@space, @key)", Key);
            }
            catch (NpgsqlException exception) when (PostgresError.Passes(exception))
            {
                // The connection is lost, and the lock with it.
            }
        }
    }
}
