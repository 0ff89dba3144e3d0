using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>What the archive lets go of, and what it never does.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset End = Some.Week.Window.End;
    private static readonly RetentionRule AYear = new(TimeSpan.FromDays(365), null);

    private PublishedArchive published = null!;

    private SqlArchive Archive => published.Archive;

    private Settings Settings => published.Settings;

    public async Task InitializeAsync() => published = await PublishedArchive.OpenAsync();

    public async Task DisposeAsync() => await published.DisposeAsync();

    [Fact]
    public async Task What_a_published_claim_cites_stays_and_the_rest_keeps_its_title()
    {
        await published.PublishAsync();

        var report = await ApplyAsync(AYear, End.AddDays(400));

        var articles = (await Archive.ArticlesAsync(Some.Week.Window, None)).ToDictionary(article => article.Url);
        var evidence = PublishedClaims.Read(Settings.Digests, Some.Week.Label)!.SelectMany(claim => claim.Evidence).ToList();
        var cited = evidence.Select(piece => piece.Url).ToHashSet();
        Assert.InRange(cited.Count, 3, articles.Count - 1);
        Assert.All(evidence, piece => Assert.Equal(piece.Quotation, (piece.Passage == "title" ? articles[piece.Url].Title : articles[piece.Url].Text)[piece.Start..piece.End]));
        Assert.All(articles.Values.Where(article => !cited.Contains(article.Url)), article => Assert.Equal("", article.Text));
        Assert.Equal(SomeWeek.Articles.Select(article => article.Title).Order(StringComparer.Ordinal), articles.Values.Select(article => article.Title).Order(StringComparer.Ordinal));
        Assert.Equal((articles.Count - cited.Count, null), (Assert.Single(report.Weeks).Articles, report.Weeks[0].Kept));
        Assert.True(report.After < report.Before);
        Assert.Equal(End.AddDays(400), (await Archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
        Assert.Empty(await Archive.CheckAsync(Settings.Digests, new Progress<Progress>(), None));
    }

    [Fact]
    public async Task Nothing_young_goes_however_full_it_is()
    {
        await published.PublishAsync();

        Assert.Empty((await ApplyAsync(AYear, End.AddDays(364))).Weeks);
        Assert.Empty((await ApplyAsync(new RetentionRule(null, 1), End.AddDays(90))).Weeks);
        Assert.Null((await Archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
    }

    [Fact]
    public async Task By_size_the_oldest_weeks_go_until_it_is_enough()
    {
        var texts = await Archive.TextBytesAsync(None);
        var older = Some.Article("Older", new string('x', 10_000), published: End.AddDays(-20));
        await published.KeepAsync(PublishedArchive.Keeping(older));

        var report = await ApplyAsync(new RetentionRule(null, texts + 1000), End.AddDays(400));

        Assert.Equal((Settings.Week.Containing(older.Published).Label, 1), (Assert.Single(report.Weeks).Week, report.Weeks[0].Articles));
        Assert.InRange(report.After, texts, texts + 1000);
    }

    [Fact]
    public async Task A_week_that_was_never_published_goes_whole() =>
        Assert.Equal(SomeWeek.Articles.Count, Assert.Single((await ApplyAsync(AYear, End.AddDays(400))).Weeks).Articles);

    [Fact]
    public async Task A_week_that_is_begun_or_whose_claims_are_not_at_hand_is_left_whole()
    {
        await Archive.SavePublicationAsync(new Publication(Some.Week.Label), None);
        Assert.Contains("begun", Assert.Single((await ApplyAsync(AYear, End.AddDays(400))).Weeks).Kept, StringComparison.Ordinal);

        await Archive.SavePublicationAsync(new Publication(Some.Week.Label) { Finished = true }, None);
        Assert.Contains("its data file is not below", Assert.Single((await ApplyAsync(AYear, End.AddDays(400))).Weeks).Kept, StringComparison.Ordinal);

        Assert.DoesNotContain("", (await Archive.ArticlesAsync(Some.Week.Window, None)).Select(article => article.Text));
    }

    /// <summary>Its feed dates a cited article anew, into a week of which nobody cites it.</summary>
    [Fact]
    public async Task What_another_weeks_claim_cites_stays()
    {
        await published.PublishAsync();
        var cited = PublishedClaims.Read(Settings.Digests, Some.Week.Label)!.SelectMany(claim => claim.Evidence).First().Url;
        var moved = SomeWeek.Articles.First(article => article.Url == cited) with { Published = End.AddDays(3) };
        await published.KeepAsync([PublishedArchive.Keeping(moved) with { Fingerprint = "anew" }, PublishedArchive.Keeping(Some.Article("Beside it", "Nobody cites this.", published: moved.Published))]);
        var next = Settings.Week.Containing(moved.Published);

        await ApplyAsync(AYear, End.AddDays(400));

        var texts = (await Archive.ArticlesAsync(next.Window, None)).Select(article => article.Text);
        Assert.Equal(new[] { "", moved.Text }.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_week_whose_data_file_is_missing_keeps_its_texts_and_so_do_its_articles_in_other_weeks()
    {
        await published.PublishAsync();
        var moved = SomeWeek.Articles[0] with { Published = End.AddDays(-9) };
        await published.KeepAsync([PublishedArchive.Keeping(moved) with { Fingerprint = "anew" }]);
        File.Delete(Path.Combine(Settings.Digests, "data", $"{Some.Week.Label}.json"));

        var report = await ApplyAsync(AYear, End.AddDays(400));

        Assert.Equal([0, 0], report.Weeks.Select(week => week.Articles));
        Assert.Contains("can't be read", Assert.Single(report.Weeks, week => week.Week == Some.Week.Label).Kept, StringComparison.Ordinal);
        Assert.Null((await Archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
        Assert.Equal(report.Before, report.After);
    }

    [Fact]
    public async Task A_week_of_which_nothing_went_is_not_marked()
    {
        await published.PublishAsync();
        var all = (await Archive.PublicationAsync(Some.Week.Label, None))!.Anchors;
        // Begun and not finished, another week still needs them all.
        await Archive.SavePublicationAsync(new Publication(Some.Week.Label.Next()) { Anchors = all }, None);

        var report = await ApplyAsync(AYear, End.AddDays(400));

        Assert.Equal((0, null), (Assert.Single(report.Weeks).Articles, report.Weeks[0].Kept));
        Assert.Null((await Archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
    }

    [Fact]
    public async Task A_shortened_week_is_sound_as_long_as_the_texts_are_there_that_its_claims_cite()
    {
        await published.PublishAsync();
        var cited = PublishedClaims.Read(Settings.Digests, Some.Week.Label)!.SelectMany(claim => claim.Evidence).ToLookup(evidence => evidence.Url, evidence => evidence.Passage);
        // Of an article that nobody cites the address goes under which it was shown, too.
        var plain = SomeWeek.Articles.First(article => !cited.Contains(article.Url));
        await published.KeepAsync([PublishedArchive.Keeping(plain) with { Fingerprint = "anew", Article = plain with { Url = plain.Url + "/new" } }]);
        await ApplyAsync(AYear, End.AddDays(400));

        Assert.Empty(await Archive.CheckAsync(Settings.Digests, new Progress<Progress>(), None));

        await using var connection = new SqliteConnection($"Data Source={published["archive.db"]};Pooling=False");
        await connection.ExecuteAsync("UPDATE revision SET article = json_set(article, '$.Text', '')");
        var found = await Archive.CheckAsync(Settings.Digests, new Progress<Progress>(), None);
        Assert.Equal(cited.Count(passages => passages.Contains("text")), found.Count);
        Assert.All(found, damage => Assert.Matches("^2026-W06 n[0-9]+: the text of https://.*, which a claim cites, is not in the archive$", $"{damage.Where}: {damage.What}"));
    }

    [Fact]
    public async Task A_trial_changes_nothing()
    {
        await published.PublishAsync();

        var report = await TryAsync(AYear);

        Assert.Equal(report.Before, await Archive.TextBytesAsync(None));
        Assert.Null((await Archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
        Assert.DoesNotContain("", (await Archive.ArticlesAsync(Some.Week.Window, None)).Select(article => article.Text));
    }

    [Fact]
    public async Task A_trial_says_what_will_go_and_no_more()
    {
        await published.PublishAsync();
        await published.KeepAsync([.. Enumerable.Range(1, 3).Select(at => PublishedArchive.Keeping(Some.Article($"Older {at}", new string('x', 10_000), published: End.AddDays(-20 * at))))]);
        var rule = new RetentionRule(null, await Archive.TextBytesAsync(None) - 15_000);

        var trials = new[] { await TryAsync(rule), await TryAsync(AYear) };

        Assert.Equal([2, 4], trials.Select(trial => trial.Weeks.Count));
        Assert.All(trials[0].Weeks, week => Assert.Equal(1, week.Articles));
        await AssertSameAsync(trials[0], rule);
        await AssertSameAsync(await TryAsync(AYear), AYear);

        async Task AssertSameAsync(RetentionReport trial, RetentionRule rule)
        {
            var done = await ApplyAsync(rule, End.AddDays(400));
            Assert.Equal(done.Weeks, trial.Weeks);
            Assert.Equal((done.Before, done.After), (trial.Before, trial.After));
        }
    }

    private Task<RetentionReport> ApplyAsync(RetentionRule rule, DateTimeOffset now) =>
        Retention.ApplyAsync(Settings, rule, Archive, now, dryRun: false, new Progress<Progress>(), None);

    private Task<RetentionReport> TryAsync(RetentionRule rule) =>
        Retention.ApplyAsync(Settings, rule, Archive, End.AddDays(400), dryRun: true, new Progress<Progress>(), None);
}
