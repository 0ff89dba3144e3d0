using Dapper;
using Npgsql;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>One run at a time: an advisory lock on a connection of its own, which the server lets go when the process or its machine dies.</summary>
internal sealed class PostgresLock : IAsyncDisposable
{
    private const int RunLock = 2;

    /// <summary>A machine that lost its power says no goodbye: the server is to notice within a minute, and not after two hours.</summary>
    private const string Keepalive = "SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3";

    private static readonly object Key = new { space = PostgresMigration.LockSpace, key = RunLock };

    private readonly string holder;
    private NpgsqlConnection? connection;

    private PostgresLock(NpgsqlConnection connection, string holder) => (this.connection, this.holder) = (connection, holder);

    /// <param name="source"><see cref="AdvisoryLocks.Source"/>.</param>
    /// <exception cref="ArchiveBusyException">Another run has it.</exception>
    public static Task<PostgresLock> TakeAsync(NpgsqlDataSource source, string purpose, CancellationToken cancellation) => TakeAsync(source, purpose, wait: false, cancellation);

    /// <summary>Waits for those who have it; who asks later, alone or shared, has to wait in turn.</summary>
    public static Task<PostgresLock> WaitAsync(NpgsqlDataSource source, string purpose, CancellationToken cancellation) => TakeAsync(source, purpose, wait: true, cancellation);

    /// <summary>Takes it together with others who share it, until the connection ends.</summary>
    /// <exception cref="ArchiveBusyException">A run has it alone, or waits for it.</exception>
    public static async Task ShareAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT pg_try_advisory_lock_shared(@space, @key)", Key, cancellationToken: cancellation)))
            throw await BusyAsync(connection);
        await connection.ExecuteAsync(Keepalive);
    }

    private static async Task<PostgresLock> TakeAsync(NpgsqlDataSource source, string purpose, bool wait, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            if (wait)
                await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@space, @key)", Key, commandTimeout: 0, cancellationToken: cancellation));
            else if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("SELECT pg_try_advisory_lock(@space, @key)", Key, cancellationToken: cancellation)))
                throw await BusyAsync(connection);
            await connection.ExecuteAsync(Keepalive);
            var holder = $"{Holder.Self(purpose)} on {Environment.MachineName}";
            await connection.ExecuteAsync("UPDATE archive SET holder = @holder", new { holder });
            return new PostgresLock(connection, holder);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<ArchiveBusyException> BusyAsync(NpgsqlConnection connection) =>
        new(await connection.ExecuteScalarAsync<string>("SELECT holder FROM archive") is { Length: > 0 } name ? name : "nodes that collect, by their schedule");

    public async ValueTask DisposeAsync()
    {
        // Unlocked first: others wait for that. By the time of the second the next one may have written its own name.
        if (Interlocked.Exchange(ref connection, null) is { } held)
            await AdvisoryLocks.EndAsync(held, on => on.ExecuteAsync("UPDATE archive SET holder = '' WHERE holder = @holder", new { holder }));
    }
}
