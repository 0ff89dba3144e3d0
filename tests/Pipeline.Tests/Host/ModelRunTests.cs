using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Tests.Host.LanguageModel;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The built command with a language model: a week is run, the endpoint goes, the week is built again.</summary>
public sealed class ModelRunTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Environment = new() { ["MODEL_KEY"] = ModelRig.Key };

    private readonly TemporaryFolder _folder = new();
    private NewsSite _site = null!;
    private FakeEndpoint _endpoint = null!;

    public async Task InitializeAsync()
    {
        _site = await NewsSite.StartAsync(entries: 6);
        _endpoint = await FakeEndpoint.HonestAsync();
        _folder.Write("sources.yaml", _site.Sources(publishers: 4, extra: $$"""
            analyst:
              kind: model
              providers: [{ endpoint: '{{_endpoint.Url}}', model: large-1, key: '${MODEL_KEY}' }]

            """));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        await _endpoint.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_week_that_a_model_wrote_is_built_again_without_it_and_passes_every_check()
    {
        var run = await Command.RunAsync(_folder.Path, ["run", "2026-W06"], Environment);
        var written = TemporaryFolder.Files(_folder["digests"]);
        await _endpoint.DisposeAsync();

        var rebuilt = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06"]);
        var check = await Command.RunAsync(_folder.Path, ["check", "2026-W06"]);

        Assert.True(run.Code == 0, run.Error);
        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Assert.Contains("0 files changed", rebuilt.Output, StringComparison.Ordinal);
        Assert.Equal(written, TemporaryFolder.Files(_folder["digests"]));
        Assert.True(check.Code == 0, check.Output + check.Error);
        var generator = JsonNode.Parse(written["data/2026-W06.json"])!["generator"]!;
        Assert.Equal(("model", "large-1"), (generator["analyst"]!.ToString(), generator["model"]!.ToString()));
        var report = JsonNode.Parse(File.ReadAllText(_folder[".pipeline/reports/2026-W06.json"]))!["model"]!;
        Assert.Equal(1000 * (int)report["requests"]!, (int)report["inputTokens"]!);
        Assert.Contains($"{(int)report["requests"]!} kept replies", rebuilt.Output, StringComparison.Ordinal);
        Assert.All(_endpoint.Requests, seen => Assert.Equal($"Bearer {ModelRig.Key}", seen.Headers.Authorization));
        Assert.DoesNotContain(ModelRig.Key, run.Output + run.Error + Encoding.UTF8.GetString(File.ReadAllBytes(_folder[".pipeline/archive.db"])), StringComparison.Ordinal);
    }
}
