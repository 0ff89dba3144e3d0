using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Digests;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>A published week against its archive: what came later is no fault, what was never said is one.</summary>
public sealed class ArchiveComparisonTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset End = Some.Week.Window.End;

    private PublishedArchive published = null!;
    private Article cited = null!;
    private string quoted = "";

    public async Task InitializeAsync()
    {
        published = await PublishedArchive.OpenAsync();
        await published.PublishAsync();
        var piece = Evidence().First(piece => piece.Passage == "text");
        (quoted, cited) = (piece.Quotation, SomeWeek.Articles.Single(article => article.Url == piece.Url));
    }

    public async Task DisposeAsync() => await published.DisposeAsync();

    [Fact]
    public async Task As_it_was_published_nothing_is_wrong() => Assert.Empty(await CompareAsync());

    /// <summary>The digests may come from elsewhere: an archive that never published the week can't vouch for it.</summary>
    [Fact]
    public async Task With_an_archive_that_did_not_publish_the_week_nothing_is_compared()
    {
        await using var other = await SqlArchive.OpenAsync(published["other.db"], None);

        Assert.Null(await ArchiveComparison.RunAsync(published.Settings.Digests, Some.Week, other, None));
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
        await published.KeepAsync([.. Enumerable.Range(1, 9).Select(at => PublishedArchive.Keeping(Some.Article($"Another {at}", $"{cited.Text}\nNumber {at}.", url: $"{site}/other/{at}")))]);

        Assert.Empty(await CompareAsync());
    }

    [Fact]
    public async Task Another_feeds_copy_does_not_take_its_place()
    {
        await published.KeepAsync([PublishedArchive.Keeping(cited with { Weight = 9, Title = "Told otherwise", Text = "Told otherwise." }) with { Feed = "https://other.example/" }]);

        Assert.Empty(await CompareAsync());
    }

    /// <summary>The page could not be had when the feed showed its entry again: no correction, and another text.</summary>
    [Fact]
    public async Task A_later_revision_does_not_take_its_place()
    {
        await published.KeepAsync([PublishedArchive.Keeping(cited with { Origin = TextOrigin.Entry, Text = "Short." }) with { Fingerprint = "another", Seen = End.AddDays(1) }]);

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

    /// <summary>Its feed gives it another date: it is held, in another week.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(-40)]
    public async Task An_article_that_was_dated_anew_is_looked_for_over_all_time(int days)
    {
        await published.KeepAsync(PublishedArchive.Keeping(cited with { Published = cited.Published.AddDays(days) }) with { Fingerprint = "anew" });
        Assert.Empty(await CompareAsync());

        await QuoteAsync("Never said.");
        Assert.NotEmpty(await CompareAsync());
    }

    [Fact]
    public async Task An_article_that_is_held_nowhere_is_told()
    {
        await RemoveAsync(cited.Url);

        var finding = Assert.Single(await CompareAsync());

        Assert.EndsWith($": the archive holds no article {cited.Url}", finding.What, StringComparison.Ordinal);
    }

    /// <summary>Where the texts were let go of, so were the addresses under which an article was shown before.</summary>
    [Fact]
    public async Task In_a_pruned_week_what_is_missing_is_told_only_where_it_is_cited()
    {
        var urls = Evidence().Select(piece => piece.Url).ToHashSet();
        await RemoveAsync(SomeWeek.Articles.First(article => !urls.Contains(article.Url)).Url);
        Assert.Single(await CompareAsync());

        var publication = await published.Archive.PublicationAsync(Some.Week.Label, None);
        await published.Archive.SavePublicationAsync(publication! with { Pruned = End.AddDays(400) }, None);
        Assert.Empty(await CompareAsync());

        await RemoveAsync(cited.Url);
        Assert.Contains(cited.Url, Assert.Single(await CompareAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_stands_twice_is_told()
    {
        await ChangeAsync("\"id\": \"n02\"", "\"id\": \"n01\"");

        Assert.Contains(await CompareAsync(), finding => finding.What.EndsWith("not 'n01'", StringComparison.Ordinal));
    }

    private async Task RemoveAsync(string url)
    {
        await using var connection = new SqliteConnection($"Data Source={published["archive.db"]};Pooling=False");
        await connection.ExecuteAsync(
            "DELETE FROM revision WHERE entry_key IN (SELECT entry_key FROM entry WHERE url = @url); DELETE FROM entry WHERE url = @url", new { url });
    }

    private async Task<IReadOnlyList<Finding>> CompareAsync()
    {
        var findings = await ArchiveComparison.RunAsync(published.Settings.Digests, Some.Week, published.Archive, None);
        Assert.NotNull(findings);
        return findings;
    }

    /// <summary>Puts another quotation in the place of the cited article's first.</summary>
    private async Task QuoteAsync(string quotation)
    {
        await ChangeAsync($"\"quotation\": \"{quoted}\"", $"\"quotation\": \"{quotation}\"");
        quoted = quotation;
    }

    private async Task ChangeAsync(string old, string now)
    {
        var data = Path.Combine(published.Settings.Digests, "data/2026-W06.json");
        var json = await File.ReadAllTextAsync(data);
        var changed = json.Replace(old, now, StringComparison.Ordinal);
        Assert.NotEqual(json, changed);
        await File.WriteAllTextAsync(data, changed);
    }

    private IEnumerable<PublishedEvidence> Evidence() => PublishedClaims.Read(published.Settings.Digests, Some.Week.Label)!.SelectMany(claim => claim.Evidence);
}
