using Dapper;
using Npgsql;
using Pipeline.Host.Storage;
using Pipeline.Host.Storage.Postgres;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage.Postgres;

/// <summary>What only PostgreSQL does: several writers, a server that goes away, databases that are no archive.</summary>
public sealed class PostgresDatabaseTests : IAsyncLifetime
{
    private const string Insert = "INSERT INTO visit (feed, document) VALUES ('f', '{}')";
    private static readonly CancellationToken None = CancellationToken.None;

    private string url = "";

    public async Task InitializeAsync() => url = PostgresServer.Absent is null ? await PostgresServer.NewDatabaseAsync() : "";

    public async Task DisposeAsync()
    {
        if (PostgresServer.Absent is null)
            await PostgresServer.DropAsync(url);
    }

    [PostgresFact]
    public async Task Its_tables_are_in_a_schema_of_their_own_and_compare_by_bytes()
    {
        await using (await OpenAsync())
        {
        }

        Assert.Equal(["archive", "entry", "host", "publication", "reply", "revision", "visit"],
            await QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'pipeline' ORDER BY 1"));
        Assert.Equal([Schema.Versions.Count], await QueryAsync<int>("SELECT version FROM pipeline.archive"));
        Assert.Empty(await QueryAsync<string>(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'pipeline' AND table_name <> 'archive' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"));
    }

    [PostgresFact]
    public async Task Many_that_open_a_new_archive_at_once_all_succeed()
    {
        var archives = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SqlArchive.OpenAsync(url, None))));

        foreach (var archive in archives)
        {
            Assert.Equal(0, (await archive.CountsAsync(None)).Entries);
            await archive.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task A_newer_archive_is_refused()
    {
        await using (await OpenAsync())
        {
        }
        await PostgresServer.ExecuteAsync(url, "UPDATE pipeline.archive SET version = 1000");

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(url, None));

        Assert.Contains("of a newer version (1000;", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Another_programs_tables_are_refused_and_left_alone()
    {
        await PostgresServer.ExecuteAsync(url, "CREATE SCHEMA pipeline; CREATE TABLE pipeline.entry (id INTEGER)");

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(url, None));

        Assert.Contains("another program's tables", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["entry"], await QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'pipeline'"));
    }

    [PostgresFact]
    public async Task A_database_that_can_not_hold_Chinese_is_refused()
    {
        var latin = await PostgresServer.NewDatabaseAsync("LATIN1");

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(latin, None));

        await PostgresServer.DropAsync(latin);
        Assert.Contains("its database is in LATIN1; make one with createdb --encoding=UTF8", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_database_that_is_not_there_is_told()
    {
        var missing = url.Replace("/pipeline_test_", "/missing_", StringComparison.Ordinal);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(missing, None));

        Assert.StartsWith($"the archive {missing} is not there: the server has no database 'missing_", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told()
    {
        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync("postgres://127.0.0.1:9/news", None));

        Assert.StartsWith("the archive postgres://127.0.0.1:9/news can't be reached: nothing listens there", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_reader_keeps_no_writer_waiting_and_sees_one_state()
    {
        await using var database = await OpenAsync();

        var counts = await database.ReadAsync(
            async session =>
            {
                var before = await CountAsync(session);
                await PostgresServer.ExecuteAsync(url, "INSERT INTO pipeline.visit (feed, document) VALUES ('f', '{}')");
                return (before, await CountAsync(session));
            },
            None);

        Assert.Equal((0, 0), counts);
        Assert.Equal(1, await database.ReadAsync(CountAsync, None));
    }

    [PostgresFact]
    public async Task What_a_lost_connection_broke_off_is_done_again_once()
    {
        await using var database = await OpenAsync();
        var attempts = 0;

        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(Insert);
                if (++attempts == 1)
                    await PostgresServer.ExecuteAsync(url, "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            },
            None);

        Assert.Equal((2, 1), (attempts, await database.ReadAsync(CountAsync, None)));
    }

    [PostgresFact]
    public async Task A_read_survives_a_lost_connection_too()
    {
        await using var database = await OpenAsync();
        var attempts = 0;

        var count = await database.ReadAsync(
            async session =>
            {
                if (++attempts == 1)
                    await PostgresServer.ExecuteAsync(url, "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
                return await CountAsync(session);
            },
            None);

        Assert.Equal((2, 0), (attempts, count));
    }

    /// <summary>Each holds what the other wants: the server ends one of them, which then begins again.</summary>
    [PostgresFact]
    public async Task Of_two_that_wait_for_each_other_both_get_through()
    {
        await using var database = await OpenAsync();
        await PostgresServer.ExecuteAsync(url, "INSERT INTO pipeline.visit VALUES ('a', '0'), ('b', '0')");
        using var both = new Barrier(2);

        await Task.WhenAll(Crossing("a", "b"), Crossing("b", "a"));

        Assert.Equal(["2", "2"], await QueryAsync<string>("SELECT document FROM pipeline.visit ORDER BY feed"));

        Task Crossing(string first, string second) => Task.Run(() =>
        {
            var isFirst = true;
            return database.WriteAsync(
                async session =>
                {
                    await AddAsync(session, first);
                    if (isFirst)
                        both.SignalAndWait();
                    isFirst = false;
                    await AddAsync(session, second);
                },
                None);
        });

        static Task AddAsync(Session session, string feed) => session.ExecuteAsync("UPDATE visit SET document = (document::int + 1)::text WHERE feed = @feed", new { feed });
    }

    [PostgresFact]
    public async Task Two_revisions_of_one_entry_at_once_are_both_kept()
    {
        await using var archive = await SqlArchive.OpenAsync(url, None);
        var entry = new Entry { Id = "a", Title = "First" };
        await archive.KeepAsync([new Keeping("f", entry, "0", Some.Article("First"))], None);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(() => archive.KeepAsync([new Keeping("f", entry, $"{number}", Some.Article($"{number}"))], None))));

        Assert.Equal(Enumerable.Range(1, 21), await QueryAsync<int>("SELECT number FROM pipeline.revision ORDER BY number"));
    }

    [PostgresFact]
    public async Task A_lock_goes_with_its_connection()
    {
        await using var archive = await SqlArchive.OpenAsync(url, None);
        await using var lost = await archive.LockAsync("run", None);
        await PostgresServer.ExecuteAsync(url, $"SELECT pg_terminate_backend(pid, 10000) {PostgresServer.AdvisoryLocks}");

        await using var taken = await archive.LockAsync("again", None);

        await lost.DisposeAsync();
        var busy = await Assert.ThrowsAsync<ArchiveBusyException>(() => archive.LockAsync("third", None));
        Assert.Contains("(again;", busy.Holder, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_lock_is_let_go_first_whatever_fails_after_it()
    {
        await using var archive = await SqlArchive.OpenAsync(url, None);
        var hold = await archive.LockAsync("run", None);
        await PostgresServer.ExecuteAsync(url, "ALTER TABLE pipeline.archive RENAME TO away");

        await hold.DisposeAsync();

        Assert.Equal([0], await QueryAsync<int>($"SELECT COUNT(*)::int {PostgresServer.AdvisoryLocks}"));
    }

    [PostgresFact]
    public async Task Who_lets_go_takes_away_no_name_but_its_own()
    {
        await using var archive = await SqlArchive.OpenAsync(url, None);
        await (await archive.LockAsync("run", None)).DisposeAsync();
        Assert.Equal([""], await QueryAsync<string>("SELECT holder FROM pipeline.archive"));

        var hold = await archive.LockAsync("run", None);
        await PostgresServer.ExecuteAsync(url, "UPDATE pipeline.archive SET holder = 'the next one'");
        await hold.DisposeAsync();

        Assert.Equal(["the next one"], await QueryAsync<string>("SELECT holder FROM pipeline.archive"));
    }

    [PostgresFact]
    public async Task A_connection_that_is_lost_is_not_opened_again_to_let_go()
    {
        await using var source = AdvisoryLocks.Source(PostgresUrl.Parse(url));
        var connection = await source.OpenConnectionAsync();
        await connection.CloseAsync();
        var said = false;

        await AdvisoryLocks.EndAsync(connection, _ => Task.FromResult(said = true));

        Assert.False(said);
    }

    /// <summary>It waits for the lock at the server, and not for ever: a connection in a pool would have it still.</summary>
    [PostgresFact]
    public async Task A_lock_ends_with_its_connection_though_nobody_let_it_go()
    {
        await (await OpenAsync()).DisposeAsync();
        await using var source = AdvisoryLocks.Source(PostgresUrl.Parse(url));
        await using (var connection = await source.OpenConnectionAsync())
            await connection.ExecuteAsync("SELECT pg_advisory_lock(1, 2)");

        await using var other = new NpgsqlConnection(PostgresServer.ConnectionString(url));
        await other.OpenAsync();
        await other.ExecuteAsync("SELECT pg_advisory_lock(1, 2)", commandTimeout: 10);

        Assert.Equal([1], await QueryAsync<int>($"SELECT COUNT(*)::int {PostgresServer.AdvisoryLocks}"));
    }

    private async Task<PostgresDatabase> OpenAsync() => await PostgresDatabase.OpenAsync(PostgresUrl.Parse(url), None);

    private static Task<int> CountAsync(Session session) => session.FirstAsync<int>("SELECT COUNT(*) FROM visit");

    private async Task<IEnumerable<T>> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString(url));
        return await connection.QueryAsync<T>(sql);
    }
}
