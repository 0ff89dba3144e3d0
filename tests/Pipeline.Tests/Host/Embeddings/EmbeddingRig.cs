using Microsoft.Extensions.Time.Testing;
using Pipeline.Fetching;
using Pipeline.Host.Embeddings;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Digests;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Embeddings;

/// <summary>An archive that holds a week, which is published beside it with an embedding model.</summary>
internal sealed class EmbeddingRig : IAsyncDisposable
{
    public const string Key = "sk-test-0123456789abcdef";

    private PublishedArchive _week = null!;

    /// <summary>What MODEL_KEY holds; null where it is not set.</summary>
    public string? KeyInEnvironment { get; set; } = Key;

    public PublishedArchive Week => _week;

    public SortedDictionary<string, byte[]> Files => TemporaryFolder.Files(_week.Settings.Digests);

    public static async Task<EmbeddingRig> OpenAsync() => new() { _week = await PublishedArchive.OpenAsync() };

    /// <param name="settings">Null where no embedding model is wanted.</param>
    public async Task<PublishReport> PublishAsync(EmbeddingSettings? settings, Asking asking, bool dryRun = false)
    {
        using var desk = settings is null ? null : new EmbeddingDesk(settings, _week.Archive, asking, keeps: !dryRun, name => name == "MODEL_KEY" ? KeyInEnvironment : null, new HastyClock());
        var clock = new FakeTimeProvider(Some.Week.Window.End);
        using var fetcher = new Fetcher(Collector.AtOnce, null, clock);
        var options = new PublishOptions(SampleWeek.Templates(_week.Settings.Site.Language)) { Embedder = desk?.Embedder, DryRun = dryRun };
        return await new Newsroom(_week.Settings, _week.Archive, fetcher, clock, new Progress<Progress>()).PublishAsync(Some.Week.Label, options, default);
    }

    public async Task<Embedded?> FoundAsync() => (await _week.Archive.PublicationAsync(Some.Week.Label, default))!.Embedded;

    public ValueTask DisposeAsync() => _week.DisposeAsync();
}
