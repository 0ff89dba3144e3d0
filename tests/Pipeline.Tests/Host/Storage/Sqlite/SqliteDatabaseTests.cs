using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Host.Storage;
using Pipeline.Host.Storage.Sqlite;
using Pipeline.Model;

namespace Pipeline.Tests.Host.Storage.Sqlite;

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

    [Fact]
    public async Task Those_that_wait_at_once_share_one_transaction()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);
        var (ran, seen) = (0, new List<long>());

        await Task.WhenAll(await WaitingAsync(database, 5, async (session, number) =>
        {
            await session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES (@number, '{}')", new { number });
            ran++;
            using var other = Other();
            seen.Add(other.ExecuteScalar<long>("SELECT COUNT(*) FROM visit"));
        }));

        Assert.Equal(5, ran);
        Assert.All(seen, count => Assert.Equal(0, count));
        Assert.Equal(5, Count());
    }

    [Fact]
    public async Task What_one_of_them_may_not_write_is_undone_alone()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        var writes = await WaitingAsync(database, 5, async (session, number) =>
        {
            await session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES (@number, '{}')", new { number });
            if (number == 2)
                await session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES (@number, '{}')", new { number });
        });

        Assert.Contains("UNIQUE", (await Assert.ThrowsAsync<ArchiveException>(() => writes[2])).Message, StringComparison.Ordinal);
        await Task.WhenAll(writes.Where(write => write != writes[2]));
        Assert.Equal(4, Count());
    }

    [Fact]
    public async Task Where_the_disk_is_full_all_of_them_are_told()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);

        var writes = await WaitingAsync(database, 5, async (session, number) =>
        {
            await session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES (@number, '{}')", new { number });
            if (number == 2)
                throw new SqliteException("database or disk is full", 13);
        });

        foreach (var write in writes)
            Assert.Contains("the disk is full", (await Assert.ThrowsAsync<ArchiveException>(() => write)).Message, StringComparison.Ordinal);
        Assert.Equal(0, Count());
        await database.WriteAsync(session => session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES ('f', '{}')"), CancellationToken.None);
        Assert.Equal(1, Count());
    }

    /// <summary>A limit on the file's pages is what a full disk looks like to SQLite.</summary>
    [Fact]
    public async Task A_full_disk_is_told_and_what_was_kept_is_safe_and_goes_on()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);
        await InsertAsync(database, "before", 1);
        await database.ReadAsync(session => session.FirstAsync<int>("PRAGMA max_page_count = 1"), CancellationToken.None);

        var full = await Assert.ThrowsAsync<ArchiveException>(() => InsertAsync(database, "full", 100_000));

        Assert.Contains("the disk is full. What was kept before is safe; make room and run again", full.Message, StringComparison.Ordinal);
        Assert.Equal(1, Count());
        await database.ReadAsync(session => session.FirstAsync<int>("PRAGMA max_page_count = 100000"), CancellationToken.None);
        await InsertAsync(database, "full", 100_000);
        Assert.Equal(2, Count());
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_told_and_can_still_be_read()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);
        await InsertAsync(database, "before", 1);
        await database.ReadAsync(session => session.ExecuteAsync("PRAGMA query_only = ON").ContinueWith(_ => 0, TaskScheduler.Default), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => InsertAsync(database, "refused", 1));

        Assert.Contains("can't be written: the file or its folder is read-only", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await database.ReadAsync(session => session.FirstAsync<int>("SELECT COUNT(*) FROM visit"), CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_told_and_written_when_that_lets_go()
    {
        await using var database = await SqliteDatabase.OpenAsync(File, CancellationToken.None);
        await database.ReadAsync(session => session.FirstAsync<int>("PRAGMA busy_timeout = 1"), CancellationToken.None);
        using (var other = Other())
        {
            other.Execute("BEGIN IMMEDIATE");
            var busy = await Assert.ThrowsAsync<ArchiveException>(() => InsertAsync(database, "waiting", 1));
            Assert.Contains("is in use by another program; try again when that has ended", busy.Message, StringComparison.Ordinal);
        }

        await InsertAsync(database, "waiting", 1);

        Assert.Equal(1, Count());
    }

    private static Task InsertAsync(SqliteDatabase database, string feed, int length) => database.WriteAsync(
        session => session.ExecuteAsync("INSERT INTO visit (feed, document) VALUES (@feed, @document)", new { feed, document = new string('x', length) }), CancellationToken.None);

    /// <summary>Writes that come while another is at work.</summary>
    private static async Task<Task[]> WaitingAsync(SqliteDatabase database, int writes, Func<Session, int, Task> work)
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.WriteAsync(
            _ =>
            {
                begun.SetResult();
                return end.Task;
            },
            CancellationToken.None);
        await begun.Task;
        var waiting = Enumerable.Range(0, writes).Select(number => database.WriteAsync(session => work(session, number), CancellationToken.None)).ToArray();
        end.SetResult();
        await first;
        return waiting;
    }

    private long Count()
    {
        using var other = Other();
        return other.ExecuteScalar<long>("SELECT COUNT(*) FROM visit");
    }

    private SqliteConnection Other()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False;Default Timeout=1");
        connection.Open();
        return connection;
    }
}
