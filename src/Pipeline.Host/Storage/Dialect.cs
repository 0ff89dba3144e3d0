using System.Text;

namespace Pipeline.Host.Storage;

/// <summary>The little in which the databases' SQL differs; the rest is shared.</summary>
internal abstract class Dialect
{
    /// <summary>A script of <see cref="Schema"/> as this database takes it.</summary>
    public virtual string Script(string script) => script;

    /// <summary>A text as both databases can hold it.</summary>
    public static string Portable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');

    /// <summary>A text that a column can hold.</summary>
    public virtual string Text(string text) => text;

    /// <summary>Where several may write at once, a row that is read in order to be changed is held until the transaction ends.</summary>
    public virtual bool HasRowLocks => false;

    /// <summary>What the database itself finds wrong with its files; a server looks after its own.</summary>
    public virtual Task<IReadOnlyList<string>> DamageAsync(Session session) => Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>One writer at a time, and texts compared by their bytes: nothing to add.</summary>
internal sealed class SqliteDialect : Dialect
{
    public override async Task<IReadOnlyList<string>> DamageAsync(Session session) =>
        [.. (await session.QueryAsync<string>("PRAGMA integrity_check(20)")).Where(said => said != "ok")];
}

internal sealed class PostgresDialect : Dialect
{
    /// <summary>Else texts would be compared as the database's language has it, which no two servers do alike.</summary>
    public override string Script(string script) => script.Replace(" TEXT", " TEXT COLLATE \"C\"", StringComparison.Ordinal);

    /// <summary>A text may not hold U+0000 (postgresql.org/docs, "Character Types"), and the driver refuses lone surrogates.</summary>
    public override string Text(string text) => Portable(text);

    public override bool HasRowLocks => true;
}
