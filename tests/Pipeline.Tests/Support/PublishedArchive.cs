using Microsoft.Extensions.Time.Testing;
using Pipeline.Fetching;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Digests;

namespace Pipeline.Tests.Support;

/// <summary>An archive that holds <see cref="SomeWeek"/>, in a folder of its own, and publishes it beside itself.</summary>
internal sealed class PublishedArchive : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder folder = new();

    private PublishedArchive() => Settings = SettingsFile.Parse("sources: [{ name: any, url: 'https://any.example/' }]", folder["sources.yaml"]);

    public Settings Settings { get; }

    public SqlArchive Archive { get; private set; } = null!;

    public string this[string file] => folder[file];

    /// <summary>The week is held, and not published yet.</summary>
    public static async Task<PublishedArchive> OpenAsync()
    {
        var published = new PublishedArchive();
        published.Archive = await SqlArchive.OpenAsync(published["archive.db"], None);
        await published.KeepAsync([.. SomeWeek.Articles.Select(Keeping)]);
        return published;
    }

    public static Keeping Keeping(Article article) => new("https://any.example/", new Entry { Id = article.Url, Url = article.Url, Title = article.Title }, "f", article);

    public Task KeepAsync(params IReadOnlyList<Keeping> keepings) => Archive.KeepAsync(keepings, None);

    public async Task PublishAsync()
    {
        var clock = new FakeTimeProvider(Some.Week.Window.End);
        using var fetcher = new Fetcher(Collector.AtOnce, null, clock);
        var options = new PublishOptions(SampleWeek.Templates(Settings.Site.Language));
        var report = await new Newsroom(Settings, Archive, fetcher, clock, new Progress<Progress>()).PublishAsync(Some.Week.Label, options, None);
        Assert.Equal(PublishResult.Published, report.Result);
    }

    public async ValueTask DisposeAsync()
    {
        await Archive.DisposeAsync();
        folder.Dispose();
    }
}
