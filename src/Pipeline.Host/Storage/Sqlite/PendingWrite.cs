using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace Pipeline.Host.Storage.Sqlite;

/// <summary>What one caller wants written, in a transaction that it shares with others: a savepoint of its own, so that its failure is nobody else's.</summary>
internal sealed class PendingWrite(Func<Session, Task> work, CancellationToken cancellation)
{
    private const string Savepoint = "caller";

    private Exception? _failure;

    /// <summary>Committed, or failed.</summary>
    public bool IsDone { get; private set; }

    /// <exception cref="SqliteException">One after which SQLite gives up the transaction, and so what the others wrote in it.</exception>
    public async Task RunAsync(SqliteTransaction transaction, Statements statements)
    {
        if (cancellation.IsCancellationRequested)
        {
            Finish(new OperationCanceledException(cancellation));
            return;
        }

        await transaction.SaveAsync(Savepoint, CancellationToken.None);
        try
        {
            await work(new Session(transaction, statements, cancellation));
        }
        catch (Exception failure) when (!SqliteError.EndsTransaction(failure))
        {
            await transaction.RollbackAsync(Savepoint, CancellationToken.None);
            Finish(failure);
        }

        await transaction.ReleaseAsync(Savepoint, CancellationToken.None);
    }

    public void Finish(Exception? failure = null) => (_failure, IsDone) = (_failure ?? failure, true);

    public void ThrowIfFailed()
    {
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }
}
