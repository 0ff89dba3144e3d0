using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Tests.Host.LanguageModel;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The built command with a language model: the sample week is written by it, the endpoint goes, the week is built again.</summary>
public sealed class ModelRunTests : IAsyncLifetime
{
    private const string Sources = ".pipeline/demo/sources.yaml";

    private static readonly Dictionary<string, string> Environment = new() { ["MODEL_KEY"] = ModelRig.Key };

    private readonly TemporaryFolder _folder = new();
    private Func<IReadOnlyList<string>, string> _reply = FakeModel.Honest;
    private FakeEndpoint _endpoint = null!;

    public async Task InitializeAsync()
    {
        _endpoint = await FakeEndpoint.StartAsync((context, _, conversation) => FakeEndpoint.AnswerAsync(context, _reply(conversation)));
        var demo = await Command.RunAsync(_folder.Path, ["demo"]);
        Assert.True(demo.Code == 0, demo.Error);
        _folder.Write(Sources, File.ReadAllText(_folder[Sources]).Replace("analyst: extractive\n", $$"""
            analyst:
              kind: model
              providers: [{ endpoint: '{{_endpoint.Url}}', model: large-1, key: '${MODEL_KEY}' }]

            """, StringComparison.Ordinal));
    }

    public async Task DisposeAsync()
    {
        await _endpoint.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_week_that_a_model_wrote_is_built_again_without_it_and_passes_every_check()
    {
        var asked = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--fresh"], Environment);
        var written = TemporaryFolder.Files(_folder["digests"]);
        await _endpoint.DisposeAsync();

        var rebuilt = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources]);
        var check = await Command.RunAsync(_folder.Path, ["check", "2026-W06", "--sources", Sources]);

        Assert.True(asked.Code == 0, asked.Error);
        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Assert.Contains("0 files changed", rebuilt.Output, StringComparison.Ordinal);
        Assert.Equal(written, TemporaryFolder.Files(_folder["digests"]));
        Assert.True(check.Code == 0, check.Output + check.Error);
        var generator = JsonNode.Parse(written["data/2026-W06.json"])!["generator"]!;
        Assert.True(generator["model"]?.ToString() == "large-1", generator.ToJsonString() + asked.Output);
        Assert.Contains($"{_endpoint.Requests.Count} kept replies", rebuilt.Output, StringComparison.Ordinal);
        Assert.All(_endpoint.Requests, seen => Assert.Equal($"Bearer {ModelRig.Key}", seen.Headers.Authorization));
        Assert.DoesNotContain(ModelRig.Key, asked.Output + asked.Error + Encoding.UTF8.GetString(File.ReadAllBytes(_folder[".pipeline/demo/archive.db"])), StringComparison.Ordinal);
    }
    [Fact]
    public async Task Parts_that_the_extractive_analyst_wrote_are_troubles_of_a_rebuild()
    {
        _reply = _ => "{}";

        var asked = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--fresh"], Environment);
        var strict = await Command.RunAsync(_folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--strict", "--json"]);

        Assert.True(asked.Code == 0, asked.Error);
        Assert.Equal(1, strict.Code);
        var troubles = JsonNode.Parse(strict.Output)!["published"]!["troubles"]!.AsArray();
        Assert.Contains(troubles, trouble => trouble!["where"]!.ToString() == "2026-W06 headline, introduction, advice, outlook, closing");
        Assert.Equal(8, troubles.Count);
        Assert.EndsWith("\n8 troubles\n", asked.Output, StringComparison.Ordinal);
    }
}
