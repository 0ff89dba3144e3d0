using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>The server's errors (postgresql.org/docs, appendix A, "PostgreSQL Error Codes") in words that say what to do.</summary>
internal static class PostgresError
{
    /// <summary>Null for what has nothing to do with the database.</summary>
    public static ArchiveException? Explain(PostgresUrl url, Exception exception) => exception switch
    {
        PostgresException postgres => new($"the archive {url.Shown} {Why(postgres, url)}", postgres),
        NpgsqlException { InnerException: TimeoutException } late => new($"the archive {url.Shown} did not answer in time. {Safe}", late),
        NpgsqlException npgsql => new($"the archive {url.Shown} can't be reached: {Reason(npgsql)}. {Safe}", npgsql),
        JsonException json => ArchiveFault.Damaged(url.Shown, json),
        _ => null,
    };

    /// <summary>Does it, and says in those words what failed.</summary>
    public static async Task<T> ExplainedAsync<T>(PostgresUrl url, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (Explain(url, exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Worth another attempt: a lost connection, a server that restarts or has no connection free, a deadlock.</summary>
    public static bool Passes(NpgsqlException exception) => exception is PostgresException { SqlState: var state }
        ? state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
        : exception.IsTransient && exception.InnerException is not TimeoutException;

    private const string Safe = "What was kept before is safe; the next run goes on from there";

    private static string Reason(NpgsqlException exception) => exception.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nothing listens there; is the server running, and are host and port right?",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => "there is no such host",
        { } cause => cause.Message.TrimEnd('.'),
        null => exception.Message.TrimEnd('.'),
    };

    private static string Why(PostgresException exception, PostgresUrl url) => exception.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"was refused: {exception.MessageText}. Set PGPASSWORD, or write the password into ~/.pgpass",
        PostgresErrorCodes.InvalidCatalogName => $"is not there: the server has no database '{url.Database}'; make it with createdb",
        PostgresErrorCodes.InsufficientPrivilege => $"may not be used: {exception.MessageText}. Grant the user CREATE on the database",
        PostgresErrorCodes.DuplicateTable => $"can't be made: the schema {PostgresMigration.SchemaName} holds another program's tables; give another database",
        PostgresErrorCodes.DiskFull => $"can't grow: the server's disk is full. What was kept before is safe; make room and run again",
        PostgresErrorCodes.ReadOnlySqlTransaction => "can't be written: the server takes no changes (a standby?); name the primary",
        PostgresErrorCodes.TooManyConnections => "has no connection free; raise the server's max_connections, or let fewer programs use it",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => $"is starting or stopping ({exception.MessageText}). {Safe}",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => $"is damaged: {exception.MessageText}. {ArchiveFault.Remedy}",
        _ => $"failed: {exception.MessageText} ({exception.SqlState})",
    };
}
