using System.Data.Common;
using Dapper;

namespace Pipeline.Host.Storage;

/// <summary>One transaction, from its begin to its end.</summary>
internal readonly struct Session(DbTransaction transaction, CancellationToken cancellation)
{
    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? values = null) =>
        transaction.Connection!.QueryAsync<T>(Command(sql, values));

    public Task<T?> FirstAsync<T>(string sql, object? values = null) =>
        transaction.Connection!.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    public Task ExecuteAsync(string sql, object? values = null) => transaction.Connection!.ExecuteAsync(Command(sql, values));

    private CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellation);
}
