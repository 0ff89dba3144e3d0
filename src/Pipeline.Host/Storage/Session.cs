using System.Data.Common;
using System.Runtime.CompilerServices;
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

    /// <summary>Every row of a table by its key, one at a time: a table is larger than memory.</summary>
    public IAsyncEnumerable<(string Name, object? Value)[]> RowsAsync(string table) => RowsAsync(transaction, table, cancellation);

    private static async IAsyncEnumerable<(string Name, object? Value)[]> RowsAsync(DbTransaction transaction, string table, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, $"SELECT * FROM {table} ORDER BY 1, 2");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(at => (reader.GetName(at), reader.IsDBNull(at) ? null : reader.GetValue(at)))];
    }

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
