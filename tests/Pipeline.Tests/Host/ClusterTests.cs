using System.Diagnostics;
using System.Globalization;
using Pipeline.Host.Storage;
using Pipeline.Tests.Support;
using Xunit.Abstractions;

namespace Pipeline.Tests.Host;

/// <summary>
/// Several nodes, each a process, at one PostgreSQL. PIPELINE_FEEDS says how many feeds: few here, 2,000 by hand (.ci/long).
/// </summary>
public sealed class ClusterTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Feeds = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_FEEDS") ?? "120", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder folder = new();
    private readonly List<ServingNode> nodes = [];
    private BusySite site = null!;
    private string archive = "";

    public async Task InitializeAsync()
    {
        site = await BusySite.StartAsync(TimeSpan.FromMilliseconds(200));
        if (PostgresServer.Absent is null)
            archive = await PostgresServer.NewDatabaseAsync();
        folder.Write("sources.yaml",
            "site: { language: en, title: Weekly }\nweek: { ends: friday 18:00, zone: Asia/Shanghai }\nfetch: { pace: 0s, concurrency: 4 }\n"
            + $"schedule: {{ collect: \"0/2 * * * * ?\", publish: \"0 5 18 ? * FRI\" }}\n{site.Sources(Feeds)}");
    }

    public async Task DisposeAsync()
    {
        nodes.ForEach(node => node.Dispose());
        await site.DisposeAsync();
        if (archive.Length > 0)
            await PostgresServer.DropAsync(archive);
        folder.Dispose();
    }

    [PostgresFact]
    public async Task Three_nodes_collect_every_feed_once_though_one_is_killed_in_the_middle()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            nodes.Add(await ServingNode.StartAsync(folder.Path, ["--archive", archive, "--collect-only"]));
        var health = await nodes[0].HealthAsync();
        Assert.Equal(3, health["nodes"]!.AsArray().Count(node => node!["state"]!.ToString() == "alive"));

        await UntilAsync(() => site.Asked.Count > Feeds / 3);
        nodes[1].Kill();
        var killed = Stopwatch.StartNew();
        await using var opened = await SqlArchive.OpenAsync(archive, default);
        TimeSpan? taken = null;
        await UntilAsync(() =>
        {
            // What the killed one had in hand is asked for again by who takes it over.
            taken ??= site.Asked.Values.Any(count => count > 1) ? killed.Elapsed : null;
            return opened.VisitsAsync(default).GetAwaiter().GetResult().Count == Feeds;
        });

        var repeated = site.Asked.Values.Sum(count => count - 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Feeds} feeds; taken over {taken?.TotalSeconds ?? double.NaN:0.0} s after the kill, all in the archive {killed.Elapsed.TotalSeconds:0.0} s after it; {repeated} asked for twice; {site.MostAtOnce} at an address at once"));
        Assert.Equal(Feeds * 3, (await opened.CountsAsync(default)).Entries);
        Assert.InRange(repeated, 0, 4);
        Assert.InRange(site.MostAtOnce, 1, 2);
    }

    private async Task UntilAsync(Func<bool> happened)
    {
        for (var deadline = Stopwatch.StartNew(); !happened() && deadline.Elapsed < TimeSpan.FromMinutes(10);)
            await Task.Delay(100);
        Assert.True(happened(), string.Concat(nodes.Select(node => node.Said)));
    }
}
