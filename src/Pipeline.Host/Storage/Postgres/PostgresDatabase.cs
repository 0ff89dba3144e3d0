using System.Data;
using Npgsql;
using Pipeline.Model;
using Polly;
using Polly.Retry;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>The archive's tables in a schema of their own, <c>pipeline</c>, of a PostgreSQL database.</summary>
/// <remarks>
/// Each call has a connection and a transaction of its own: the server has many writers. What a lost connection, a restart of the
/// server or a deadlock broke off is done again, from its beginning. That may be twice, where only the answer to a commit was
/// lost; every write of the archive is such that twice is as once.
/// </remarks>
internal sealed class PostgresDatabase : IDatabase
{
    /// <summary>A server has a hundred connections as a rule, which several nodes share.</summary>
    private const int MostConnections = 20;

    private static readonly PostgresDialect Dialect = new();

    private readonly PostgresUrl _url;
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _locks;
    private readonly ResiliencePipeline _patience;

    private PostgresDatabase(PostgresUrl url, NpgsqlDataSource source, TimeProvider clock) =>
        (_url, _source, _locks, _patience) = (url, source, AdvisoryLocks.Source(url), Patience(clock));

    /// <param name="clock">By which the waiting between attempts is measured; the system's where null.</param>
    /// <exception cref="ArchiveException">It can't be reached or used.</exception>
    public static async Task<PostgresDatabase> OpenAsync(PostgresUrl url, CancellationToken cancellation, TimeProvider? clock = null)
    {
        var source = new NpgsqlDataSourceBuilder(ConnectionString(url, PostgresMigration.SchemaName)).Build();
        try
        {
            await PostgresMigration.RunAsync(url, source, cancellation);
            return new PostgresDatabase(url, source, clock ?? TimeProvider.System);
        }
        catch (Exception exception)
        {
            await source.DisposeAsync();
            if (PostgresError.Explain(url, exception) is { } explained)
                throw explained;
            throw;
        }
    }

    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => RunAsync(IsolationLevel.RepeatableRead, work, cancellation);

    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellation) => RunAsync(
        IsolationLevel.ReadCommitted,
        async session =>
        {
            await work(session);
            return true;
        },
        cancellation);

    public Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation) => PostgresError.ExplainedAsync<IAsyncDisposable>(
        _url, async () => await _patience.ExecuteAsync(async token => await PostgresLock.TakeAsync(_locks, purpose, token), cancellation));

    public async ValueTask DisposeAsync()
    {
        await _locks.DisposeAsync();
        await _source.DisposeAsync();
    }

    private Task<T> RunAsync<T>(IsolationLevel isolation, Func<Session, Task<T>> work, CancellationToken cancellation) =>
        PostgresError.ExplainedAsync(_url, async () => await _patience.ExecuteAsync(async token => await OnceAsync(isolation, work, token), cancellation));

    private async Task<T> OnceAsync<T>(IsolationLevel isolation, Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(isolation, cancellation);
        await using var statements = new Statements(connection, Dialect);
        var result = await work(new Session(transaction, statements, cancellation));
        // Not cancelled any more: nobody could say whether it was done.
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>After 0.2, 0.4, 0.8 … seconds, half a minute in all: a server that restarts is back by then.</summary>
    public static ResiliencePipeline Patience(TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(PostgresError.Passes),
            MaxRetryAttempts = 7,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
            UseJitter = true,
        })
        .Build();

    public static string ConnectionString(PostgresUrl url, string schema) => new NpgsqlConnectionStringBuilder(url.ConnectionString(Environment.GetEnvironmentVariable))
    {
        SearchPath = schema,
        ApplicationName = "pipeline",
        MaxPoolSize = MostConnections,
        // Statements that run for each of many entries are planned once.
        MaxAutoPrepare = 50,
        AutoPrepareMinUsages = 2,
        // A connection that lies idle behind a router is forgotten by it after some minutes.
        KeepAlive = 30,
        CommandTimeout = 120,
        // The driver would look for a Kerberos library, and most machines have none.
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ToString();
}
