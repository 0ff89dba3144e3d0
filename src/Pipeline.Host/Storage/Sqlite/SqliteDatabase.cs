using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pipeline.Host.Storage.Sqlite;

/// <summary>The archive's tables in one SQLite file: what is SQLite's alone, such as its settings and its transactions.</summary>
/// <remarks>
/// One connection, used by one call at a time: SQLite has one writer anyway, and its driver runs synchronously. Write-ahead
/// logging lets another process (<c>pipeline status</c>) read meanwhile; <c>synchronous=FULL</c> because a call is done when it
/// returns, a power cut included. A kill needs neither: what was written is the system's. Waiting for the disk is what a small
/// write costs most, so those that wait for each other's turn share one transaction and one wait.
/// </remarks>
internal sealed class SqliteDatabase : IDatabase
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentQueue<PendingWrite> _pending = new();

    private SqliteDatabase(string path, SqliteConnection connection) =>
        (_path, _connection, _statements) = (path, connection, new Statements(connection, new SqliteDialect()));

    public static async Task<SqliteDatabase> OpenAsync(string path, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(ConnectionString(path));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await connection.OpenAsync(cancellation);
            await connection.ExecuteAsync("PRAGMA busy_timeout = 10000");
            await SqliteMigration.RunAsync(path, connection, cancellation);
            await connection.ExecuteAsync("PRAGMA synchronous = FULL");
            // 16 MB instead of 2: keys are hashes, so that the pages of an index are wanted in no order.
            await connection.ExecuteAsync("PRAGMA cache_size = -16000");
            return new SqliteDatabase(path, connection);
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync();
            if (SqliteError.Explain(path, exception) is { } explained)
                throw explained;
            throw;
        }
    }

    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await using var transaction = _connection.BeginTransaction(deferred: true);
            var result = await work(new Session(transaction, _statements, cancellation));
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (Exception exception) when (exception is SqliteException or JsonException)
        {
            throw SqliteError.Explain(_path, exception)!;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Returns when what was written is on the disk, whoever's turn it was written in.</summary>
    public async Task WriteAsync(Func<Session, Task> work, CancellationToken cancellation)
    {
        var write = new PendingWrite(work, cancellation);
        _pending.Enqueue(write);
        // Not cancelled here: another's turn may have begun with it. Whether it is still wanted is asked when it comes up.
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            if (!write.IsDone)
                await CommitAsync(Pending());
            write.ThrowIfFailed();
        }
        catch (Exception exception) when (exception is SqliteException or JsonException)
        {
            throw SqliteError.Explain(_path, exception)!;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult<IAsyncDisposable>(ArchiveLock.Take(_path, purpose));
    }

    public async ValueTask DisposeAsync()
    {
        await _statements.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private async Task CommitAsync(List<PendingWrite> writes)
    {
        Exception? failure = null;
        try
        {
            // A writer takes its lock at once: one that reads first and then finds another writer could only fail.
            await using var transaction = _connection.BeginTransaction(deferred: false);
            foreach (var write in writes)
                await write.RunAsync(transaction, _statements);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        foreach (var write in writes)
            write.Finish(failure);
    }

    private List<PendingWrite> Pending()
    {
        var writes = new List<PendingWrite>();
        while (_pending.TryDequeue(out var write))
            writes.Add(write);
        return writes;
    }

    /// <remarks>Not pooled, so that the file is let go when the archive is.</remarks>
    private static string ConnectionString(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        Pooling = false,
    }.ToString();
}
