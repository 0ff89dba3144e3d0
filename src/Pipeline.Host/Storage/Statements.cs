using System.Data.Common;

namespace Pipeline.Host.Storage;

/// <summary>The statements that run for each of many entries: parsed once, and kept for as long as the connection is open.</summary>
internal sealed class Statements(DbConnection connection, Dialect dialect) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public Dialect Dialect => dialect;

    /// <param name="values">The same names in the same order each time.</param>
    public DbCommand Prepare(string sql, DbTransaction transaction, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
            _commands.Add(sql, command = Create(sql, values));
        command.Transaction = transaction;
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = Held(values[at].Value);
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
            await command.DisposeAsync();
    }

    private object Held(object? value) => value switch
    {
        null => DBNull.Value,
        string text => dialect.Text(text),
        _ => value,
    };

    private DbCommand Create(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, _) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
