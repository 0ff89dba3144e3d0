using System.Diagnostics;
using System.Globalization;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;
using Xunit.Abstractions;

namespace Pipeline.Tests.Host;

/// <summary>
/// <c>serve</c>, killed (SIGKILL) at any moment of its first minute: the week is published once and whole, by the next start or
/// by another node, and the schedule goes on. PIPELINE_KILLS says how often: few here, many by hand (.ci/long).
/// </summary>
public sealed class ServeKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_KILLS") ?? "2", CultureInfo.InvariantCulture);

    private static readonly Week Week = WeekRule.Default.LatestClosed(TimeProvider.System.GetUtcNow());

    private readonly TemporaryFolder folder = new();
    private readonly Random random = new(8);
    private NewsSite site = null!;

    public async Task InitializeAsync() => site = await NewsSite.StartAsync(entries: 6, Week.Window.Start.AddDays(2));

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public Task On_SQLite() => KillAsync(null, nodes: 1);

    [PostgresFact]
    public Task On_PostgreSQL() => KillAsync(() => PostgresServer.NewDatabaseAsync(), nodes: 1);

    [PostgresFact]
    public Task In_a_cluster() => KillAsync(() => PostgresServer.NewDatabaseAsync(), nodes: 2);

    private async Task KillAsync(Func<Task<string>>? database, int nodes)
    {
        var (whole, counts, length) = await UndisturbedAsync(database);
        var alive = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var at = Folder($"killed-{kill}");
            var archive = database is null ? Path.Combine(at, ".pipeline", "archive.db") : await database();
            // Spread over the whole of it, start-up and publishing included.
            var after = length * (kill + random.NextDouble()) / Kills;
            using var others = new Nodes(Enumerable.Range(1, nodes - 1).Select(_ => ServingNode.Start(at, ["--archive", archive])));
            using (var node = ServingNode.Start(at, ["--archive", archive]))
            {
                await Task.Delay(after);
                alive += node.HasExited ? 0 : 1;
                node.Kill();
            }

            AssertWhole(whole, at, after);
            using var next = nodes > 1 ? null : await ServingNode.StartAsync(at, ["--archive", archive]);
            await UntilPublishedAsync(archive, () => next?.Said ?? others.Said);

            Assert.NotNull((await (next ?? others.First).HealthAsync())["nextCollect"]);
            Assert.Equal(counts, await CountsAsync(archive));
            AssertWhole(whole, at, after);
            Assert.Equal(whole.Keys, TemporaryFolder.Files(Path.Combine(at, "digests")).Keys);
            if (database is not null)
                await PostgresServer.DropAsync(archive);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Kills} times, {alive} of them alive when killed"));
        Assert.Equal(Kills, alive);
    }

    private async Task<(SortedDictionary<string, byte[]> Files, ArchiveCounts Counts, TimeSpan Length)> UndisturbedAsync(Func<Task<string>>? database)
    {
        var at = Folder("whole");
        var archive = database is null ? Path.Combine(at, ".pipeline", "archive.db") : await database();
        var watch = Stopwatch.StartNew();
        using var node = await ServingNode.StartAsync(at, ["--archive", archive]);
        await UntilPublishedAsync(archive, () => node.Said);
        return (TemporaryFolder.Files(Path.Combine(at, "digests")), await CountsAsync(archive), watch.Elapsed);
    }

    private string Folder(string name)
    {
        folder.Write($"{name}/sources.yaml", site.Sources(publishers: 3));
        return folder[name];
    }

    private static void AssertWhole(SortedDictionary<string, byte[]> whole, string at, TimeSpan after)
    {
        foreach (var (path, bytes) in TemporaryFolder.Files(Path.Combine(at, "digests")))
            Assert.True(whole.TryGetValue(path, out var right) && right.AsSpan().SequenceEqual(bytes), $"{path} is torn after a kill at {after}");
    }

    private static async Task UntilPublishedAsync(string location, Func<string> said)
    {
        await using var archive = await SqlArchive.OpenAsync(location, default);
        for (var deadline = Stopwatch.StartNew(); await archive.PublicationAsync(Week.Label, default) is not { Finished: true }; await Task.Delay(50))
            Assert.True(deadline.Elapsed < TimeSpan.FromMinutes(10), said());
        Assert.Single(await archive.PublicationsAsync(default));
    }

    private static async Task<ArchiveCounts> CountsAsync(string location)
    {
        await using var archive = await SqlArchive.OpenAsync(location, default);
        return await archive.CountsAsync(default);
    }

    private sealed class Nodes(IEnumerable<ServingNode> started) : IDisposable
    {
        private readonly List<ServingNode> all = [.. started];

        public ServingNode First => all[0];

        public string Said => string.Join('\n', all.Select(node => node.Said));

        public void Dispose() => all.ForEach(node => node.Dispose());
    }
}
