using System.Diagnostics;
using Npgsql;
using Pipeline.Host.Storage;
using Pipeline.Host.Storage.Postgres;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage.Postgres;

/// <summary>What several nodes at one database share; each object here is as a process of its own.</summary>
public sealed class PostgresNodesTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<PostgresNodes> nodes = [];
    private string url = "";

    public async Task InitializeAsync()
    {
        if (PostgresServer.Absent is not null)
            return;
        url = await PostgresServer.NewDatabaseAsync();
        await (await SqlArchive.OpenAsync(url, None)).DisposeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
            await node.DisposeAsync();
        if (url.Length > 0)
            await PostgresServer.DropAsync(url);
    }

    [PostgresFact]
    public async Task A_shard_is_held_by_one_node_at_a_time()
    {
        var (one, other) = (await NodeAsync(), await NodeAsync());

        var held = await one.TryShardAsync(7, None);
        Assert.Null(await other.TryShardAsync(7, None));
        await using var beside = await other.TryShardAsync(8, None);
        Assert.NotNull(beside);
        await held!.DisposeAsync();
        await using var then = await other.TryShardAsync(7, None);
        Assert.NotNull(then);
    }

    [PostgresFact]
    public async Task Who_works_alone_waits_for_the_shards_and_nobody_begins_another_meanwhile()
    {
        var (one, other) = (await NodeAsync(), await NodeAsync());
        await using var archive = await SqlArchive.OpenAsync(url, None);
        var shard = await one.TryShardAsync(7, None);

        await Assert.ThrowsAsync<ArchiveBusyException>(() => archive.LockAsync("pipeline run", None));
        var alone = other.LockAsync("pipeline serve: publish", None);
        await UntilSomebodyWaitsAsync();
        await Assert.ThrowsAsync<ArchiveBusyException>(() => one.TryShardAsync(8, None));
        Assert.False(alone.IsCompleted);
        await shard!.DisposeAsync();

        await using (await alone)
            Assert.Contains("pipeline serve: publish", (await Assert.ThrowsAsync<ArchiveBusyException>(() => one.TryShardAsync(8, None))).Message, StringComparison.Ordinal);
        await using var next = await one.TryShardAsync(8, None);
        Assert.NotNull(next);
    }

    [PostgresFact]
    public async Task No_more_requests_are_at_a_domain_at_once_than_it_bears_whatever_the_number_of_nodes()
    {
        var clock = new WatchedClock();
        var (one, other, third) = (await NodeAsync(), await NodeAsync(), await NodeAsync(clock: clock));
        var first = await one.Turns.EnterAsync("quay.example", None);
        await using var second = await other.Turns.EnterAsync("quay.example", None);

        var waiting = third.Turns.EnterAsync("quay.example", None);
        clock.Advance(await clock.WaitOfAsync(waiting));
        var again = await clock.WaitOfAsync(waiting);
        await first.DisposeAsync();
        clock.Advance(again);

        await using var turn = await waiting;
        Assert.Equal(2, await AdvisoryLocksAsync());
    }

    [PostgresFact]
    public async Task The_pace_holds_from_one_node_to_the_next()
    {
        var clock = new WatchedClock();
        var (one, other) = (await NodeAsync(TimeSpan.FromHours(1)), await NodeAsync(TimeSpan.FromHours(1), clock));

        await using var first = await one.Turns.EnterAsync("quay.example", None);
        await using var elsewhere = await other.Turns.EnterAsync("lantern.example", None);
        var second = other.Turns.EnterAsync("quay.example", None);
        var wait = await clock.WaitOfAsync(second);
        Assert.InRange(wait, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        await using var turn = await second;
    }

    [PostgresFact]
    public async Task A_node_that_dies_leaves_its_turns_and_shards_to_the_others()
    {
        var (dying, other) = (await NodeAsync(), await NodeAsync());
        await dying.Turns.EnterAsync("quay.example", None);
        await dying.Turns.EnterAsync("quay.example", None);
        await dying.TryShardAsync(7, None);
        Assert.Null(await other.TryShardAsync(7, None));

        await PostgresServer.ExecuteAsync(url, $"SELECT pg_terminate_backend(pid, 10000) {PostgresServer.AdvisoryLocks}");

        await using var turn = await other.Turns.EnterAsync("quay.example", None);
        await using var shard = await other.TryShardAsync(7, None);
        Assert.NotNull(shard);
    }

    [PostgresFact]
    public async Task Turns_go_on_over_a_lost_connection_and_one_from_before_gives_nothing_back()
    {
        var node = await NodeAsync();
        var before = await node.Turns.EnterAsync("quay.example", None);
        await PostgresServer.ExecuteAsync(url, $"SELECT pg_terminate_backend(pid, 10000) {PostgresServer.AdvisoryLocks}");

        await using var after = await node.Turns.EnterAsync("quay.example", None);
        await before.DisposeAsync();
        Assert.Equal(1, await AdvisoryLocksAsync());
        await using var again = await node.Turns.EnterAsync("quay.example", None);
        Assert.Equal(2, await AdvisoryLocksAsync());
    }

    [PostgresFact]
    public async Task A_turn_that_can_not_be_had_is_told_as_the_archives_trouble_and_keeps_no_lock()
    {
        var node = await NodeAsync();
        await PostgresServer.ExecuteAsync(url, $"ALTER TABLE {PostgresTurns.Table} RENAME TO away");

        var told = await Assert.ThrowsAsync<ArchiveException>(() => node.Turns.EnterAsync("quay.example", None));

        Assert.Contains("is damaged", told.Message, StringComparison.Ordinal);
        Assert.Equal(0, await AdvisoryLocksAsync());
        await PostgresServer.ExecuteAsync(url, $"ALTER TABLE {PostgresNodes.SchemaName}.away RENAME TO turn");
        await using var first = await node.Turns.EnterAsync("quay.example", None);
        await using var second = await node.Turns.EnterAsync("quay.example", None);
        Assert.Equal(2, await AdvisoryLocksAsync());
    }

    private async Task<PostgresNodes> NodeAsync(TimeSpan pace = default, TimeProvider? clock = null)
    {
        nodes.Add(await PostgresNodes.OpenAsync(PostgresUrl.Parse(url), width: 2, pace, clock ?? TimeProvider.System, None));
        return nodes[^1];
    }

    private async Task UntilSomebodyWaitsAsync()
    {
        for (var deadline = Stopwatch.StartNew(); await CountAsync($"SELECT COUNT(*) {PostgresServer.AdvisoryLocks} AND NOT granted") == 0; await Task.Yield())
            Assert.True(deadline.Elapsed < TimeSpan.FromMinutes(5), "nobody waits for a lock");
    }

    private Task<long> AdvisoryLocksAsync() => CountAsync($"SELECT COUNT(*) {PostgresServer.AdvisoryLocks}");

    private async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(PostgresServer.ConnectionString(url));
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
