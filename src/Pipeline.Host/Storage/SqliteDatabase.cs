using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Pipeline.Host.Storage;

/// <summary>Everything that is SQLite's alone: the file, its settings, transactions, and what its errors mean.</summary>
/// <remarks>
/// One connection, used by one call at a time: SQLite has one writer anyway, and its driver runs synchronously. Write-ahead
/// logging lets another process (<c>pipeline status</c>) read meanwhile; <c>synchronous=FULL</c> because a call is done when it
/// returns, a power cut included. A kill needs neither: what was written is the system's.
/// </remarks>
internal sealed class SqliteDatabase : IAsyncDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;
    private readonly SemaphoreSlim turn = new(1, 1);

    private SqliteDatabase(string path, SqliteConnection connection) => (this.path, this.connection) = (path, connection);

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

    public Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation) => RunAsync(work, write: false, cancellation);

    public Task WriteAsync(Func<Session, Task> work, CancellationToken cancellation) =>
        RunAsync<object?>(
            async session =>
            {
                await work(session);
                return null;
            },
            write: true,
            cancellation);

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        turn.Dispose();
    }

    private async Task<T> RunAsync<T>(Func<Session, Task<T>> work, bool write, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            // A writer takes its lock at once: one that reads first and then finds another writer could only fail.
            await using var transaction = connection.BeginTransaction(deferred: !write);
            var result = await work(new Session(transaction, cancellation));
            await transaction.CommitAsync(cancellation);
            return result;
        }
        catch (Exception exception) when (exception is SqliteException or JsonException)
        {
            throw SqliteError.Explain(path, exception)!;
        }
        finally
        {
            turn.Release();
        }
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
