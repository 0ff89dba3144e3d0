using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>A database with the archive's tables in it, brought up to date. Its errors come as <see cref="ArchiveException"/>s.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>In one transaction, which sees one state.</summary>
    Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellation);

    /// <summary>All of it or nothing; returns when it is safe. The work may be done again from its beginning.</summary>
    Task WriteAsync(Func<Session, Task> work, CancellationToken cancellation);

    /// <inheritdoc cref="Model.IArchive.LockAsync"/>
    Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation);
}
