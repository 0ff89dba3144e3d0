using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Host.Storage;

namespace Pipeline.Tests.Host.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-database-");

    private string File => Path.Combine(folder.FullName, "archive.db");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Else two processes that both read before they write could only fail, however long they waited.</summary>
    [Fact]
    public async Task A_writer_has_its_lock_before_it_reads()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        await database.WriteAsync(
            session =>
            {
                using var other = Other();
                var busy = Assert.Throws<SqliteException>(() => other.Execute("BEGIN IMMEDIATE"));
                Assert.Equal(5, busy.SqliteErrorCode);
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    [Fact]
    public async Task A_reader_keeps_no_writer_waiting_and_sees_one_state()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        var counts = await database.ReadAsync(
            async session =>
            {
                var before = await session.FirstAsync<int>("SELECT COUNT(*) FROM visit");
                using var other = Other();
                other.Execute("INSERT INTO visit (feed, document) VALUES ('f', '{}')");
                return (before, await session.FirstAsync<int>("SELECT COUNT(*) FROM visit"));
            },
            CancellationToken.None);

        Assert.Equal((0, 0), counts);
        Assert.Equal(1, await database.ReadAsync(session => session.FirstAsync<int>("SELECT COUNT(*) FROM visit"), CancellationToken.None));
    }

    [Fact]
    public async Task What_fails_half_way_leaves_nothing()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES ('f', '{}')");
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(0, await database.ReadAsync(session => session.FirstAsync<int>("SELECT COUNT(*) FROM visit"), CancellationToken.None));
    }

    [Fact]
    public async Task A_revision_without_its_entry_is_refused()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => database.WriteAsync(
            session => session.ExecuteAsync("INSERT INTO revision VALUES ('nobody', 1, 'f', '', '{}', '{}')"),
            CancellationToken.None));

        Assert.Contains("FOREIGN KEY", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_returned_is_on_the_disk()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        Assert.Equal(2, await database.ReadAsync(session => session.FirstAsync<int>("PRAGMA synchronous"), CancellationToken.None));
    }

    private SqliteConnection Other()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }
}
