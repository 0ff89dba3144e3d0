using System.Data.Common;
using Dapper;

namespace Pipeline.Host.Storage;

/// <summary>One call's part of a transaction.</summary>
internal readonly struct Session(DbTransaction transaction, Statements statements, CancellationToken cancellation)
{
    public Dialect Dialect => statements.Dialect;

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? values = null) =>
        transaction.Connection!.QueryAsync<T>(Command(sql, values));

    public Task<T?> FirstAsync<T>(string sql, object? values = null) =>
        transaction.Connection!.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    public Task ExecuteAsync(string sql, object? values = null) => transaction.Connection!.ExecuteAsync(Command(sql, values));

    /// <summary>By a prepared statement: for what is asked of each of many entries.</summary>
    public Task<List<T>> QueryPreparedAsync<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values) =>
        ReadAsync(statements.Prepare(sql, transaction, values), read, cancellation);

    /// <summary>By a prepared statement; how many rows it wrote.</summary>
    public Task<int> ExecutePreparedAsync(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        statements.Prepare(sql, transaction, values).ExecuteNonQueryAsync(cancellation);

    private static async Task<List<T>> ReadAsync<T>(DbCommand command, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellation);
}
