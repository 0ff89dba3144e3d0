using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using Pipeline.Fetching;
using Pipeline.Model;
using Polly;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>Turns at domains for all nodes: as many advisory locks to a domain as requests may be under way, and a row with the next free start.</summary>
/// <remarks>
/// A node has one connection for all its turns: a killed one loses them all at once. Starts are reckoned by the server's clock,
/// the only one that all nodes share.
/// </remarks>
internal sealed class PostgresTurns(PostgresUrl url, NpgsqlDataSource source, int width, TimeSpan pace, TimeProvider clock) : IDomainTurns, IAsyncDisposable
{
    public const string Table = $"{PostgresNodes.SchemaName}.turn";

    /// <summary>"Pipt" in ASCII.</summary>
    private const int TurnSpace = 0x5069_7074;

    /// <summary>Where other nodes have all turns of a domain, it is looked again so soon.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ResiliencePipeline patience = PostgresDatabase.Patience(clock);
    private readonly SemaphoreSlim one = new(1);

    /// <summary>The locks that this node has: a session may take its own lock twice, and would not notice.</summary>
    private readonly HashSet<int> mine = [];

    private NpgsqlConnection? connection;

    /// <exception cref="ArchiveException">The database can't be reached or used.</exception>
    public Task<IAsyncDisposable> EnterAsync(string domain, CancellationToken cancellation) => PostgresError.ExplainedAsync(url, async () =>
    {
        while (true)
        {
            if (await patience.ExecuteAsync(async token => await TryAsync(domain, token), cancellation) is { } turn)
                return await BegunAsync(turn, cancellation);
            await Task.Delay(Pause, clock, cancellation);
        }
    });

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
    }

    private async Task<IAsyncDisposable> BegunAsync(Turn turn, CancellationToken cancellation)
    {
        try
        {
            if (turn.Wait > TimeSpan.Zero)
                await Task.Delay(turn.Wait, clock, cancellation);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <returns>Null where no turn is free.</returns>
    private async Task<Turn?> TryAsync(string domain, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            var open = await OpenAsync(cancellation);
            for (var number = 0; number < width; number++)
            {
                var key = Convert.ToInt32(StableId.Of(string.Create(CultureInfo.InvariantCulture, $"{domain} {number}"))[..8], 16);
                if (mine.Contains(key) || !await open.ExecuteScalarAsync<bool>("SELECT pg_try_advisory_lock(@space, @key)", new { space = TurnSpace, key }))
                    continue;
                mine.Add(key);
                return await ReservedAsync(open, domain, key);
            }

            return null;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Turn> ReservedAsync(NpgsqlConnection open, string domain, int key)
    {
        try
        {
            return new Turn(this, open, key, await ReserveAsync(open, domain));
        }
        catch
        {
            // Nobody would: who asked for the turn has none to give back.
            await UnlockAsync(open, key);
            throw;
        }
    }

    /// <summary>Takes the next free start at the domain; how long it is until then.</summary>
    private async Task<TimeSpan> ReserveAsync(NpgsqlConnection open, string domain) => TimeSpan.FromSeconds(await open.ExecuteScalarAsync<double>(
        $"""
        INSERT INTO {Table} AS known (domain, next) VALUES (@domain, clock_timestamp() + @pace)
        ON CONFLICT (domain) DO UPDATE SET next = greatest(known.next, clock_timestamp()) + @pace
        RETURNING extract(epoch FROM next - @pace - clock_timestamp())::double precision
        """,
        new { domain, pace }));

    /// <summary>A lost connection is opened anew at the next turn; the locks of those under way are lost with it.</summary>
    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        if (connection is { State: ConnectionState.Open })
            return connection;
        if (connection is not null)
            await connection.DisposeAsync();
        mine.Clear();
        return connection = await source.OpenConnectionAsync(cancellation);
    }

    private async ValueTask LeaveAsync(NpgsqlConnection on, int key)
    {
        await one.WaitAsync(CancellationToken.None);
        try
        {
            // Another connection's locks are not those of this turn, though they have the same keys.
            if (on == connection)
                await UnlockAsync(on, key);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task UnlockAsync(NpgsqlConnection on, int key)
    {
        mine.Remove(key);
        if (on.State != ConnectionState.Open)
            return;
        try
        {
            await on.ExecuteAsync("SELECT pg_advisory_unlock(@space, @key)", new { space = TurnSpace, key });
        }
        catch (NpgsqlException)
        {
            // Closed, it has no lock any more; the next turn opens another, and says what is wrong where that can't be done.
            await on.CloseAsync();
        }
    }

    private sealed class Turn(PostgresTurns turns, NpgsqlConnection on, int key, TimeSpan wait) : IAsyncDisposable
    {
        public TimeSpan Wait => wait;

        public ValueTask DisposeAsync() => turns.LeaveAsync(on, key);
    }
}
