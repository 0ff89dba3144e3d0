using Microsoft.Extensions.Time.Testing;
using Pipeline.Fetching;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Tests.Support;

/// <summary>A newsroom that collects by a clock which only the test moves, into a real archive in a folder of its own.</summary>
internal sealed class Collector : IAsyncDisposable
{
    /// <summary>No waiting between attempts or requests: the clock stands, and the server is ours.</summary>
    public static readonly FetchOptions AtOnce = new() { RetryDelay = TimeSpan.Zero, Pace = TimeSpan.Zero };

    private readonly TemporaryFolder folder = new();
    private readonly HttpMessageHandler? transport;
    private readonly FetchOptions options;

    private Collector(FetchOptions options, HttpMessageHandler? transport) => (this.options, this.transport) = (options, transport);

    public FakeTimeProvider Clock { get; } = new(Some.Instant);

    public SqlArchive Archive { get; private set; } = null!;

    public static async Task<Collector> OpenAsync(FetchOptions? options = null, HttpMessageHandler? transport = null)
    {
        var collector = new Collector(options ?? AtOnce, transport);
        collector.Archive = await SqlArchive.OpenAsync(collector.folder["archive.db"], default);
        return collector;
    }

    /// <summary>A source on a loopback server.</summary>
    public static Source Source(Uri url, string name = "Lab") => new(name, url) { AllowPrivate = true, Pages = false };

    /// <summary>A collection as a process of its own would make it: a new client, and nothing remembered but in the archive.</summary>
    public Task<CollectReport> CollectAsync(params Source[] sources) => CollectAsync(default, sources);

    public async Task<CollectReport> CollectAsync(CancellationToken cancellation, params Source[] sources)
    {
        using var fetcher = new Fetcher(options, transport, Clock);
        return await new Newsroom(Settings(sources), Archive, fetcher, Clock, new Progress<Progress>()).CollectAsync(null, cancellation);
    }

    public async Task<Visit> VisitAsync(Source source) => (await Archive.VisitsAsync(default))[source.Url.AbsoluteUri];

    /// <summary>Every article whenever it was published, in order.</summary>
    public Task<IReadOnlyList<Article>> ArticlesAsync() =>
        Archive.ArticlesAsync(new Window(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200)), default);

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        folder.Dispose();
    }

    private static Settings Settings(IReadOnlyList<Source> sources) =>
        SettingsFile.Parse("sources: [{ name: any, url: 'https://any.example/' }]", "sources.yaml") with { Sources = sources };
}
