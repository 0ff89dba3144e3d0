using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Tests.Host.Embeddings;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The built command with an embedding model: the sample week is grouped with it, the endpoint goes, the week is built again.</summary>
public sealed class EmbeddingRunTests : IAsyncLifetime
{
    private const string Sources = ".pipeline/demo/sources.yaml";

    private static readonly Dictionary<string, string> Environment = new() { ["MODEL_KEY"] = EmbeddingRig.Key };

    private readonly TemporaryFolder _folder = new();
    private int _status = 200;
    private FakeEmbeddingEndpoint _endpoint = null!;

    public async Task InitializeAsync()
    {
        // One event for whatever speaks of an agent: what words would not join, meanings do.
        _endpoint = await FakeEmbeddingEndpoint.StartAsync((context, _, texts) => _status == 200
            ? FakeEmbeddingEndpoint.AnswerAsync(context, texts.Select(text => FakeEmbedding.Of(text, told => told.Contains("agent", StringComparison.Ordinal) || told.Contains("智能体", StringComparison.Ordinal) ? "agent" : null)))
            : FakeEndpoint.SayAsync(context, "{}", status: _status));
        var demo = await Command.RunAsync(_folder.Path, ["demo"]);
        Assert.True(demo.Code == 0, demo.Error);
        _folder.Write(Sources, File.ReadAllText(_folder[Sources]) + $"embeddings: {{ endpoint: '{_endpoint.Url}', model: embed-1, key: '${{MODEL_KEY}}' }}\n");
    }

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_week_grouped_with_a_model_is_built_again_without_it_and_passes_every_check()
    {
        var without = TemporaryFolder.Files(_folder["digests"]);
        var asked = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--fresh", "--strict"], Environment);
        var written = TemporaryFolder.Files(_folder["digests"]);
        await _endpoint.DisposeAsync();

        var rebuilt = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--strict"]);
        var check = await Command.RunAsync(_folder.Path, ["check", "2026-W06", "--sources", Sources]);
        var verified = await Command.RunAsync(_folder.Path, ["archive", "verify", "--sources", Sources]);

        Assert.True(asked.Code == 0, asked.Error + asked.Output);
        Assert.Contains($"embedding model: embed-1; {_endpoint.Requests.Count} requests, {_endpoint.Texts.Count} vectors came, 0 kept ones", asked.Output, StringComparison.Ordinal);
        Assert.NotEqual(without, written);
        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Assert.Contains("0 files changed", rebuilt.Output, StringComparison.Ordinal);
        Assert.Equal(written, TemporaryFolder.Files(_folder["digests"]));
        Assert.Contains($"{_endpoint.Texts.Count} kept ones", rebuilt.Output, StringComparison.Ordinal);
        Assert.True(check.Code == 0, check.Output + check.Error);
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
        Assert.DoesNotContain(EmbeddingRig.Key, asked.Output + asked.Error + Encoding.UTF8.GetString(File.ReadAllBytes(_folder[".pipeline/demo/archive.db"])), StringComparison.Ordinal);
        Assert.All(written, file => Assert.DoesNotContain(EmbeddingRig.Key, Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_week_that_had_to_do_without_is_a_trouble_of_every_run()
    {
        var without = TemporaryFolder.Files(_folder["digests"]);
        _status = 401;

        var asked = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--fresh"], Environment);
        var strict = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--strict", "--json"]);

        Assert.True(asked.Code == 0, asked.Error);
        Assert.Equal(without, TemporaryFolder.Files(_folder["digests"]));
        Assert.Contains("stories are found by their words alone", asked.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(EmbeddingRig.Key, asked.Output + asked.Error, StringComparison.Ordinal);
        Assert.Equal(1, strict.Code);
        var published = JsonNode.Parse(strict.Output)!["published"]!;
        Assert.Equal("unauthorised", published["embeddings"]!["failure"]!.ToString());
        Assert.Contains("(unauthorised)", Assert.Single(published["troubles"]!.AsArray())!["why"]!.ToString(), StringComparison.Ordinal);
    }
}
