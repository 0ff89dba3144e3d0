using Microsoft.Extensions.Time.Testing;
using Pipeline.Digests;
using Pipeline.Fetching;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Digests;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>A published week against its archive: what came later is no fault, what was never said is one.</summary>
public sealed class ArchiveComparisonTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset End = Some.Week.Window.End;

    private readonly TemporaryFolder folder = new();
    private SqlArchive archive = null!;
    private Settings settings = null!;
    private Article cited = null!;
    private string quoted = "";

    public async Task InitializeAsync()
    {
        archive = await SqlArchive.OpenAsync(folder["archive.db"], None);
        settings = SettingsFile.Parse("sources: [{ name: any, url: 'https://any.example/' }]", folder["sources.yaml"]);
        await archive.KeepAsync([.. SomeWeek.Articles.Select(article => Keeping(article))], None);
        await PublishAsync();
        var piece = PublishedClaims.Read(settings.Digests, Some.Week.Label)!.SelectMany(claim => claim.Evidence).First(piece => piece.Passage == "text");
        (quoted, cited) = (piece.Quotation, SomeWeek.Articles.Single(article => article.Url == piece.Url));
    }

    public async Task DisposeAsync()
    {
        await archive.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task As_it_was_published_nothing_is_wrong() => Assert.Empty(await CompareAsync());

    /// <summary>The digests may come from elsewhere: an archive that never published the week can't vouch for it.</summary>
    [Fact]
    public async Task With_an_archive_that_did_not_publish_the_week_nothing_is_compared()
    {
        await using var other = await SqlArchive.OpenAsync(folder["other.db"], None);

        Assert.Null(await ArchiveComparison.RunAsync(settings.Digests, Some.Week, other, None));
    }

    [Fact]
    public async Task A_quotation_that_the_article_never_had_is_told()
    {
        await QuoteAsync("Never said.");

        var findings = await CompareAsync();

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Contains("'Never said.' does not stand in the text of n", finding.What, StringComparison.Ordinal));
    }

    /// <summary>The lines that a site repeats are left out of what is compared and quoted: more pages may make more of them.</summary>
    [Fact]
    public async Task Lines_that_later_articles_repeat_move_nothing()
    {
        var site = new Uri(cited.Url).GetLeftPart(UriPartial.Authority);
        await archive.KeepAsync([.. Enumerable.Range(1, 9).Select(at => Keeping(Some.Article($"Another {at}", $"{cited.Text}\nNumber {at}.", url: $"{site}/other/{at}")))], None);

        Assert.Empty(await CompareAsync());
    }

    [Fact]
    public async Task Another_feeds_copy_does_not_take_its_place()
    {
        await archive.KeepAsync([Keeping(cited with { Weight = 9, Title = "Told otherwise", Text = "Told otherwise." }) with { Feed = "https://other.example/" }], None);

        Assert.Empty(await CompareAsync());
    }

    /// <summary>The page could not be had when the feed showed its entry again: no correction, and another text.</summary>
    [Fact]
    public async Task A_later_revision_does_not_take_its_place()
    {
        await archive.KeepAsync([Keeping(cited with { Origin = TextOrigin.Entry, Text = "Short." }) with { Fingerprint = "another", Seen = End.AddDays(1) }], None);

        Assert.Empty(await CompareAsync());
    }

    [Fact]
    public async Task A_quotation_over_lines_is_held_against_each_of_them()
    {
        var lines = cited.Text.Split('\n');

        await QuoteAsync($"{lines[0]}\\n{lines[2]}");
        Assert.Empty(await CompareAsync());

        await QuoteAsync($"{lines[0]}\\nNever said.");
        Assert.NotEmpty(await CompareAsync());
    }

    private async Task<IReadOnlyList<Finding>> CompareAsync()
    {
        var findings = await ArchiveComparison.RunAsync(settings.Digests, Some.Week, archive, None);
        Assert.NotNull(findings);
        return findings;
    }

    /// <summary>Puts another quotation in the place of the cited article's first.</summary>
    private async Task QuoteAsync(string quotation)
    {
        var data = Path.Combine(settings.Digests, "data/2026-W06.json");
        var json = await File.ReadAllTextAsync(data);
        var changed = json.Replace($"\"quotation\": \"{quoted}\"", $"\"quotation\": \"{quotation}\"", StringComparison.Ordinal);
        Assert.NotEqual(json, changed);
        await File.WriteAllTextAsync(data, changed);
        quoted = quotation;
    }

    private static Keeping Keeping(Article article) => new("https://any.example/", new Entry { Id = article.Url, Url = article.Url, Title = article.Title }, "f", article);

    private async Task PublishAsync()
    {
        var clock = new FakeTimeProvider(End);
        using var fetcher = new Fetcher(Collector.AtOnce, null, clock);
        var report = await new Newsroom(settings, archive, fetcher, clock, new Progress<Progress>()).PublishAsync(Some.Week.Label, new PublishOptions(SampleWeek.Templates(settings.Site.Language)), None);
        Assert.Equal(PublishResult.Published, report.Result);
    }
}
