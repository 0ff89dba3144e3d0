using System.Data;
using Dapper;
using Npgsql;

namespace Pipeline.Host.Storage.Postgres;

/// <summary>Connections that hold advisory locks: whatever fails, the locks end with them.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Not pooled: a connection that goes back to a pool keeps its locks until somebody uses it again.</summary>
    public static NpgsqlDataSource Source(PostgresUrl url) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(PostgresDatabase.ConnectionString(url, PostgresMigration.SchemaName)) { Pooling = false });

    /// <summary>Unlocks all that the connection holds, then does what is to be done after it, and closes it.</summary>
    /// <remarks>What fails here fails nobody: the server lets go of the locks when the connection is closed.</remarks>
    public static async ValueTask EndAsync(NpgsqlConnection connection, Func<NpgsqlConnection, Task>? afterwards = null)
    {
        await using var ending = connection;
        // Dapper would open a lost one anew, and say of a lock that another holds by now whatever is said of this one.
        if (connection.State != ConnectionState.Open)
            return;
        try
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock_all()");
            await (afterwards?.Invoke(connection) ?? Task.CompletedTask);
        }
        catch (NpgsqlException)
        {
            // The connection is lost, or the server in trouble: who needs it next is told.
        }
    }
}
