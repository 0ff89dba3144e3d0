using System.Text.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Model;

namespace Pipeline.Host.Storage.Sqlite;

/// <summary>SQLite's errors (sqlite.org/rescode.html) in words that say what to do.</summary>
internal static class SqliteError
{
    private const int Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Interrupted = 9, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <summary>Null for what has nothing to do with the archive's file.</summary>
    public static ArchiveException? Explain(string path, Exception exception) => exception switch
    {
        SqliteException sqlite => new($"the archive {path} {Why(sqlite)}", sqlite),
        JsonException json => ArchiveFault.Damaged(path, json),
        IOException or UnauthorizedAccessException => new($"the archive {path} can't be opened: {exception.Message}", exception),
        _ => null,
    };

    /// <summary>After these the whole transaction may be gone, not only the statement (sqlite.org/lang_transaction.html).</summary>
    public static bool EndsTransaction(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or NoMemory or Interrupted or InputOutput or Corrupt or Full };

    private static string Why(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Busy or Locked => "is in use by another program; try again when that has ended",
        ReadOnly => "can't be written: the file or its folder is read-only",
        InputOutput => $"can't be read or written: {exception.Message}",
        Corrupt => $"is damaged ({exception.Message}). {ArchiveFault.Remedy}",
        Full => "can't grow: the disk is full. What was kept before is safe; make room and run again",
        CannotOpen => "can't be opened: it is a folder, or its folder may not be entered or written",
        NoDatabase => $"is damaged or no archive at all ({exception.Message}). {ArchiveFault.Remedy}",
        _ => $"failed: {exception.Message}",
    };
}
