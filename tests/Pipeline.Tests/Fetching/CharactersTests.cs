using System.Net;
using Pipeline.Model;
using Pipeline.Tests.Fetching.Characters;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fetching;

/// <summary>What comes of every kind of server: what is stored, what is said, when it is asked again, and that the next run leaves it alone and goes on.</summary>
public sealed class CharactersTests
{
    public static TheoryData<string> Names => [.. Cast.All.Select(character => character.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_character_is_withstood(string name)
    {
        var character = Cast.All.Single(character => character.Name == name);
        await using var server = WireServer.Start(character.Play);
        await using var other = WireServer.Start(wire => wire.FeedAsync());
        await using var collector = await Collector.OpenAsync();
        server.Pass = collector.Clock.Advance;
        var source = Collector.Source(server.Url("feed"));

        var report = await collector.CollectAsync(source);
        var next = await collector.CollectAsync(source, Collector.Source(other.Url("feed"), "Other"));

        var troubles = report.Troubles.ToList();
        Assert.Equal(character.Articles, report.New);
        Assert.Equal(["Other: 1 entries, 1 new, 0 revised"], next.Sources.Select(source => source.ToString()));
        if (character.Says is null)
            Assert.Empty(troubles);
        else
            Assert.Contains(character.Says, Assert.Single(troubles).Why, StringComparison.Ordinal);
        await IsRememberedAsync(collector, source, character);
    }

    private static async Task IsRememberedAsync(Collector collector, Source source, Character character)
    {
        var visit = await collector.VisitAsync(source);
        Assert.Equal(character.Says is null ? 0 : 1, visit.Failures);
        Assert.Equal(character.Says is null, visit.Succeeded is not null);
        var rest = (visit.NotBefore!.Value - visit.Asked!.Value).TotalMinutes;
        if (character.Rests is { } minutes)
            Assert.Equal(minutes, rest, 0.01);
        else
            Assert.InRange(rest, 18, 20);
    }

    [Fact]
    public void There_are_forty_and_more_with_names_of_their_own()
    {
        Assert.InRange(Cast.All.Count, 40, int.MaxValue);
        Assert.Distinct(Cast.All.Select(character => character.Name));
    }

    /// <summary>All at once, by the command itself, in a heap of 200 MB: with the runtime around it that is under 300.</summary>
    [Fact]
    public async Task The_whole_cast_is_withstood_by_one_run_in_bounded_memory()
    {
        using var folder = new TemporaryFolder();
        var servers = Cast.All.Select((character, at) => WireServer.Start(character.Play, new IPAddress([127, 0, 1, (byte)(at + 1)]))).ToList();
        try
        {
            folder.Write("sources.yaml", "fetch: { pace: 0s, timeout: 5s }\nsources:\n" + string.Concat(servers.Select((server, at) =>
                $"  - {{ name: c{at}, url: '{server.Url("feed")}', allow-private: true, pages: false }}\n")));

            var done = await Command.RunAsync(folder.Path, ["collect", "--json"], new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "C800000" });

            Assert.Equal(0, done.Code);
            var report = System.Text.Json.Nodes.JsonNode.Parse(done.Output)!["collected"]!;
            Assert.Equal(Cast.All.Sum(character => character.Articles), (int)report["new"]!);
            Assert.Equal(Cast.All.Count(character => character.Says is not null), report["troubles"]!.AsArray().Count);
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }
}
