using System.Text.Json;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage;

/// <summary>What every archive does, whatever database is behind it.</summary>
public abstract class ArchiveContract : IAsyncLifetime
{
    private const string Feed = "https://north.example/feed.xml";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Seen = Some.Instant;

    private IArchive archive = null!;

    /// <summary>Opens the test's own archive, which is empty the first time.</summary>
    protected abstract Task<IArchive> OpenAsync();

    public virtual async Task InitializeAsync() => archive = await OpenAsync();

    public virtual async Task DisposeAsync() => await archive.DisposeAsync();

    [ContractFact]
    public async Task A_new_archive_is_empty()
    {
        Assert.Equal(new ArchiveCounts(0, 0, 0, 0), await archive.CountsAsync(None));
        Assert.Null(await archive.BeganAsync(None));
        Assert.Empty(await archive.VisitsAsync(None));
        Assert.Empty(await archive.PublicationsAsync(None));
        Assert.Empty(await archive.ArticlesAsync(Some.Week.Window, None));
        Assert.Empty(await HeldAsync("a"));
        Assert.Empty(await archive.OwedPagesAsync(DateTimeOffset.MaxValue, None));
        Assert.Empty(await archive.ActivityAsync(DateTimeOffset.MinValue, None));
        Assert.Null(await archive.PublicationAsync(Some.Week.Label, None));
        Assert.Null(await archive.ReplyAsync(new string('a', 64), None));
    }

    [ContractFact]
    public async Task An_article_comes_back_as_it_was_kept()
    {
        var article = Some.Article("标题 “引号” <b> 😀 𠮷", "第一段。\nSecond \"paragraph\" \\ \u2028 e\u0301", url: "https://north.example/新闻?q=1") with
        {
            Source = "North 北",
            Publisher = "北方社",
            Weight = 0.1,
            Byline = "O’Neil 王",
            Published = new DateTimeOffset(2026, 2, 4, 23, 59, 59, TimeSpan.FromHours(8)).AddTicks(1),
            DatedBy = DatedBy.Page,
            FirstSeen = Seen.AddTicks(7),
            Origin = TextOrigin.Entry,
            Categories = ["AI", "监管"],
            PageGone = Seen.AddDays(2),
            RedirectedFrom = "south.example",
        };
        AssertSaysEverything(article);

        await archive.KeepAsync([Keeping("a", article)], None);

        AssertSame([article], await ArticlesAsync());
    }

    [ContractFact]
    public async Task A_visit_comes_back_as_it_was_saved_last()
    {
        var visit = new Visit(Feed, "北方实验室")
        {
            ETag = "W/\"é\"",
            LastModified = "Wed, 04 Feb 2026 09:30:00 GMT",
            Asked = Seen,
            Succeeded = Seen.AddHours(-1),
            NotBefore = Seen.AddHours(1),
            Failures = 3,
            Trouble = "it answered 503",
            MovedTo = "https://north.example/new.xml",
            MovedSeen = 2,
            Gone = Seen.AddDays(1),
            Rhythm = new FeedRhythm { Interval = TimeSpan.FromMinutes(90), SkipHours = [0, 23], SkipDays = [DayOfWeek.Sunday] },
            Rules = "keep 人工智能",
        };
        AssertSaysEverything(visit);
        await archive.SaveVisitAsync(new Visit(Feed, "before"), None);
        await archive.SaveVisitAsync(visit, None);
        await archive.SaveVisitAsync(new Visit("https://south.example/feed.xml", "South"), None);

        var visits = await archive.VisitsAsync(None);

        Assert.Equal(2, visits.Count);
        AssertSame(visit, visits[Feed]);
        Assert.Equal(new Visit("https://south.example/feed.xml", "South"), visits["https://south.example/feed.xml"]);
    }

    [ContractFact]
    public async Task A_web_host_comes_back_as_it_was_saved_last()
    {
        var host = new WebHost("https://north.example") { Robots = "User-agent: *\nDisallow: /内部\n", RobotsUntil = Seen.AddDays(1), NotBefore = Seen.AddTicks(7) };
        AssertSaysEverything(host);
        Assert.Null(await archive.HostAsync(host.Origin, None));
        await archive.SaveHostAsync(new WebHost(host.Origin) { Robots = "" }, None);
        await archive.SaveHostAsync(new WebHost("http://north.example"), None);
        await archive.SaveHostAsync(host, None);

        Assert.Equal(host, await archive.HostAsync(host.Origin, None));
        Assert.Equal(new WebHost("http://north.example"), await archive.HostAsync("http://north.example", None));
    }

    [ContractFact]
    public async Task A_publication_comes_back_as_it_was_saved_last()
    {
        var publication = new Publication(Some.Week.Label)
        {
            Finished = true,
            Published = Seen,
            Corrected = Seen.AddDays(3),
            Pruned = Seen.AddDays(400),
            Anchors = Anchors.None.WithItems(["https://north.example/新", "https://south.example/b"]) with
            {
                Themes = [new ThemeAnchor("t1", "治理与合规", "治理", ["https://north.example/新"]), new ThemeAnchor("t2", "Chips", null, [])],
            },
            Embedded = new Embedded("embed-1", "timeout"),
            Coverage = new Coverage { Read = ["North", "北方"], Failed = ["South"] },
            Hashes = new Dictionary<string, string> { ["2026-W06/index.md"] = "00ff" },
        };
        AssertSaysEverything(publication);
        await archive.SavePublicationAsync(new Publication(Some.Week.Label), None);
        await archive.SavePublicationAsync(publication, None);

        AssertSame(publication, await archive.PublicationAsync(Some.Week.Label, None));
        Assert.Null(await archive.PublicationAsync(Some.Week.Label.Next(), None));
    }

    [ContractFact]
    public async Task Publications_come_newest_first()
    {
        foreach (var week in new[] { "2026-W06", "2020-W53", "2026-W10", "2021-W01" })
            await archive.SavePublicationAsync(new Publication(WeekLabel.Parse(week)), None);

        Assert.Equal(["2026-W10", "2026-W06", "2021-W01", "2020-W53"],
            (await archive.PublicationsAsync(None)).Select(publication => publication.Week.ToString()));
    }

    [ContractFact]
    public async Task The_same_fingerprint_changes_nothing()
    {
        var article = Some.Article("First");
        await archive.KeepAsync([Keeping("a", article)], None);
        await archive.KeepAsync([Keeping("a", article with { Title = "Clipped otherwise", FirstSeen = Seen.AddDays(1) })], None);

        AssertSame([article], await ArticlesAsync());
        Assert.Equal(new ArchiveCounts(1, 1, 1, 0), await archive.CountsAsync(None));
        Assert.Equal(new Held("a", "f", Seen), (await HeldAsync("a"))["a"]);
    }

    [ContractFact]
    public async Task Another_fingerprint_is_the_newest_revision_and_the_first_sight_stays()
    {
        await archive.KeepAsync([Keeping("a", Some.Article("First"), "1")], None);
        await archive.KeepAsync([Keeping("a", Some.Article("Second", url: "https://north.example/moved") with { FirstSeen = Seen.AddDays(1) }, "2")], None);

        var article = Assert.Single(await ArticlesAsync());

        Assert.Equal(("Second", "https://north.example/moved", Seen), (article.Title, article.Url, article.FirstSeen));
        Assert.Equal(new Held("a", "2", Seen), (await HeldAsync("a"))["a"]);
        Assert.Equal(new ArchiveCounts(1, 2, 1, 0), await archive.CountsAsync(None));
        Assert.Equal(Seen, await archive.BeganAsync(None));
    }

    [ContractFact]
    public async Task The_revisions_of_what_was_seen_otherwise_later_are_told_with_their_instants()
    {
        foreach (var (id, days) in new[] { ("once", 0), ("early", 0), ("early", 1), ("late", 0), ("late", 1), ("late", 3) })
            await archive.KeepAsync([Keeping(id, Some.Article($"{id} {days}"), $"{days}") with { Seen = Seen.AddDays(days) }], None);

        var revisions = await archive.RevisionsAsync(Some.Week.Window, Seen.AddDays(1), None);

        Assert.Equal(
            [(Feed, "late", 1, Seen, "late 0"), (Feed, "late", 2, Seen.AddDays(1), "late 1"), (Feed, "late", 3, Seen.AddDays(3), "late 3")],
            revisions.Select(revision => (revision.Feed, revision.Entry, revision.Number, revision.Seen, revision.Article.Title)));
        Assert.Empty(await archive.RevisionsAsync(Some.Week.Window, Seen.AddDays(3), None));
        Assert.Empty(await archive.RevisionsAsync(new Window(Some.Week.Window.End, Some.Week.Window.End.AddDays(7)), Seen, None));
    }

    [ContractFact]
    public async Task What_a_feed_takes_back_is_a_revision_too()
    {
        foreach (var fingerprint in new[] { "1", "2", "1" })
            await archive.KeepAsync([Keeping("a", Some.Article("Said " + fingerprint), fingerprint)], None);

        Assert.Equal("Said 1", Assert.Single(await ArticlesAsync()).Title);
        Assert.Equal(3, (await archive.CountsAsync(None)).Revisions);
    }

    [ContractFact]
    public async Task A_revision_with_another_date_moves_the_article()
    {
        await archive.KeepAsync([Keeping("a", Some.Article("First", published: Some.Week.Window.Start.AddDays(-1)), "1")], None);
        Assert.Empty(await ArticlesAsync());

        await archive.KeepAsync([Keeping("a", Some.Article("Second"), "2")], None);

        Assert.Single(await ArticlesAsync());
    }

    [ContractTheory]
    [InlineData(DatedBy.FirstSeen)]
    [InlineData(DatedBy.Feed)]
    public async Task A_revision_without_a_date_keeps_the_one_there_was(DatedBy before)
    {
        await archive.KeepAsync([Keeping("a", Some.Article("First") with { DatedBy = before }, "1")], None);
        var late = Some.Article("Second", published: Some.Week.Window.End.AddDays(2)) with { DatedBy = DatedBy.FirstSeen };
        await archive.KeepAsync([Keeping("a", late, "2")], None);
        await archive.KeepAsync([Keeping("a", late with { Title = "Third" }, "3")], None);

        var article = Assert.Single(await ArticlesAsync());

        Assert.Equal(("Third", Some.Instant, before), (article.Title, article.Published, article.DatedBy));
    }

    [ContractFact]
    public async Task A_window_is_half_open()
    {
        var (start, end) = (Some.Week.Window.Start, Some.Week.Window.End);
        foreach (var (title, published) in new[]
                 {
                     ("before", start.AddTicks(-1)), ("first", start), ("last", end.AddTicks(-1)), ("after", end),
                     ("first elsewhere", start.ToOffset(TimeSpan.FromHours(-5))), ("after elsewhere", end.ToOffset(TimeSpan.FromHours(8))),
                 })
        {
            await archive.KeepAsync([Keeping(title, Some.Article(title, published: published, url: "https://north.example/" + title))], None);
        }

        Assert.Equal(["first", "first elsewhere", "last"], (await ArticlesAsync()).Select(article => article.Title));
    }

    [ContractFact]
    public async Task Articles_are_ordered_by_publication_then_URL_then_feed_then_entry()
    {
        (string Feed, string Id, string Url, int Minute)[] rows =
        [
            ("https://b.example", "1", "https://x.example/Z", 0),
            ("https://a.example", "2", "https://x.example/a", 0),
            ("https://a.example", "9", "https://x.example/é", 0),
            ("https://b.example", "0", "https://x.example/é", 0),
            ("https://b.example", "Ä", "https://x.example/é", 0),
            ("https://a.example", "3", "https://x.example/0", 1),
        ];
        foreach (var row in rows.Reverse())
        {
            var article = Some.Article(row.Feed + row.Id, url: row.Url, published: Some.Instant.AddMinutes(row.Minute));
            await archive.KeepAsync([Keeping(row.Id, article) with { Feed = row.Feed }], None);
        }

        Assert.Equal(rows.Select(row => row.Feed + row.Id), (await ArticlesAsync()).Select(article => article.Title));
    }

    [ContractFact]
    public async Task An_entry_is_known_by_its_feed_and_id()
    {
        var article = Some.Article("Told by two feeds");
        await archive.KeepAsync([Keeping("a", article)], None);
        await archive.KeepAsync([Keeping("A", article)], None);
        await archive.KeepAsync([Keeping("a", article) with { Feed = "https://north.example/all.xml" }], None);

        Assert.Equal(3, (await ArticlesAsync()).Count);
        Assert.Equal(new ArchiveCounts(3, 3, 1, 0), await archive.CountsAsync(None));
        Assert.Equal(["a"], (await archive.HeldAsync("https://north.example/all.xml", [Entry("a"), Entry("A")], None)).Keys);
    }

    [ContractFact]
    public async Task Thousands_of_ids_can_be_asked_for_at_once()
    {
        var longest = new string('长', 20_000);
        string[] held = ["中文 id", "😀", "' OR 1=1 --", longest];
        foreach (var id in held)
            await archive.KeepAsync([Keeping(id, Some.Article(id[..2]))], None);

        string[] asked = [.. Enumerable.Range(0, 40_000).Select(number => $"unknown-{number}"), .. held, .. held];

        Assert.Equal(held.Order(StringComparer.Ordinal), (await HeldAsync(asked)).Keys.Order(StringComparer.Ordinal));
    }

    [ContractTheory]
    [InlineData("https://north.example/a?utm_source=rss", "First")]
    [InlineData("http://www.north.example/a", " first ")]
    [InlineData("https://north.example/a", "ＦＩＲＳＴ")]
    public async Task An_entry_with_another_id_is_known_by_its_link(string url, string title)
    {
        await archive.KeepAsync([Keeping("old", Some.Article("First", url: "https://north.example/a"))], None);
        var entry = new Entry { Id = "new", Url = url, Title = title };

        var held = await archive.HeldAsync(Feed, [entry, Entry("unknown")], None);

        Assert.Equal(("new", new Held("old", "f", Seen)), (Assert.Single(held).Key, held["new"]));
        Assert.Empty(await archive.HeldAsync("https://north.example/other.xml", [entry], None));
        Assert.Empty(await archive.HeldAsync(Feed, [entry with { Title = "Second" }], None));
    }

    [ContractFact]
    public async Task A_revision_under_another_id_is_kept_under_the_first()
    {
        var entry = new Entry { Id = "new", Url = "https://north.example/a", Title = "First", Summary = "more" };
        await archive.KeepAsync([Keeping("old", Some.Article("First", url: entry.Url))], None);
        var held = (await archive.HeldAsync(Feed, [entry], None))["new"];

        await archive.KeepAsync([new Keeping(Feed, entry with { Id = held.Id }, "2", Some.Article("Second", url: entry.Url))], None);

        Assert.Equal(new ArchiveCounts(1, 2, 1, 0), await archive.CountsAsync(None));
        Assert.Equal(new Held("old", "2", Seen), (await archive.HeldAsync(Feed, [entry], None))["new"]);
    }

    [ContractFact]
    public async Task A_link_that_two_held_entries_have_is_neithers()
    {
        var article = Some.Article("Same", url: "https://north.example/releases");
        await archive.KeepAsync([Keeping("1", article), Keeping("2", article)], None);
        var entry = new Entry { Id = "3", Url = article.Url, Title = article.Title };

        Assert.Empty(await archive.HeldAsync(Feed, [entry], None));
        Assert.Equal(["2"], (await archive.HeldAsync(Feed, [entry, entry with { Id = "2" }], None)).Keys);
    }

    [ContractFact]
    public async Task A_link_is_the_newest_revisions()
    {
        await archive.KeepAsync([Keeping("1", Some.Article("Same", url: "https://north.example/a"))], None);
        await archive.KeepAsync([Keeping("1", Some.Article("Same", url: "https://north.example/b"), "2")], None);

        Assert.Empty(await archive.HeldAsync(Feed, [new Entry { Id = "2", Url = "https://north.example/a", Title = "Same" }], None));
        Assert.Single(await archive.HeldAsync(Feed, [new Entry { Id = "2", Url = "https://north.example/b", Title = "Same" }], None));
    }

    [ContractFact]
    public async Task Entries_are_kept_all_or_none()
    {
        await archive.KeepAsync([Keeping("a", Some.Article("First"), "1"), Keeping("b", Some.Article("Second")), Keeping("a", Some.Article("Third"), "2")], None);
        Assert.Equal(["Second", "Third"], (await ArticlesAsync()).Select(article => article.Title).Order(StringComparer.Ordinal));

        var broken = Keeping("d", Some.Article("Fifth") with { Weight = double.NaN });
        await Assert.ThrowsAnyAsync<Exception>(() => archive.KeepAsync([Keeping("c", Some.Article("Fourth")), broken], None));

        Assert.Equal(new ArchiveCounts(2, 3, 2, 0), await archive.CountsAsync(None));
    }

    /// <summary>They share one transaction.</summary>
    [ContractFact]
    public async Task What_fails_for_one_caller_fails_for_no_other_at_the_same_time()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var calls = Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            var keeping = Keeping($"{number}", Some.Article($"Title {number}") with { Weight = number % 3 == 1 ? double.NaN : 1 });
            await archive.KeepAsync([Keeping($"before {number}", Some.Article($"Before {number}")), keeping], number % 3 == 2 ? cancelled.Token : None);
        })).ToArray();

        await Task.WhenAny(Task.WhenAll(calls));

        Assert.All(calls.Where((_, number) => number % 3 == 0), call => Assert.True(call.IsCompletedSuccessfully));
        Assert.All(calls.Where((_, number) => number % 3 == 1), call => Assert.True(call.IsFaulted));
        Assert.All(calls.Where((_, number) => number % 3 == 2), call => Assert.True(call.IsCanceled));
        Assert.Equal(new ArchiveCounts(40, 40, 40, 0), await archive.CountsAsync(None));
    }

    [ContractFact]
    public async Task A_page_is_owed_until_it_is_kept()
    {
        var entry = new Entry { Id = "a", Url = "https://north.example/a", Title = "First", Published = Seen, Categories = ["AI"] };
        var owed = new Keeping(Feed, entry, "f", Some.Article("First", "from the feed", url: entry.Url)) { PageDue = Seen.AddHours(1), PageAttempts = 1 };
        await archive.KeepAsync([owed, Keeping("owes nothing", Some.Article("Second"))], None);

        Assert.Empty(await archive.OwedPagesAsync(Seen.AddHours(1).AddTicks(-1), None));
        AssertSame([new OwedPage(Feed, entry, "f", Seen, 1)], await archive.OwedPagesAsync(Seen.AddHours(1), None));

        await archive.KeepAsync([owed with { PageDue = Seen.AddHours(9), PageAttempts = 2 }], None);
        Assert.Empty(await archive.OwedPagesAsync(Seen.AddHours(8), None));
        Assert.Equal(2, Assert.Single(await archive.OwedPagesAsync(Seen.AddHours(9).ToOffset(TimeSpan.FromHours(8)), None)).Attempts);

        await archive.KeepAsync([owed with { Article = owed.Article with { Text = "from the page" }, PageDue = null, PageAttempts = 0 }], None);
        Assert.Empty(await archive.OwedPagesAsync(DateTimeOffset.MaxValue, None));
        Assert.Contains("from the page", (await ArticlesAsync()).Select(article => article.Text));
        Assert.Equal(new ArchiveCounts(2, 2, 2, 0), await archive.CountsAsync(None));

        await archive.KeepAsync([owed], None);
        Assert.Contains("from the page", (await ArticlesAsync()).Select(article => article.Text));
    }

    [ContractFact]
    public async Task An_owed_page_may_say_the_date_but_not_when_the_entry_was_first_seen()
    {
        var late = Some.Week.Window.End.AddDays(1);
        var owed = Keeping("a", Some.Article("First", published: late) with { DatedBy = DatedBy.FirstSeen }) with { PageDue = Seen };
        await archive.KeepAsync([owed], None);
        Assert.Empty(await ArticlesAsync());

        await archive.KeepAsync([owed with { Article = owed.Article with { FirstSeen = late.AddDays(1), Published = late.AddDays(1) }, PageAttempts = 1 }], None);
        Assert.Equal(new OwedPage(Feed, owed.Entry, "f", late, 1) with { Entry = null! }, Assert.Single(await archive.OwedPagesAsync(Seen, None)) with { Entry = null! });

        await archive.KeepAsync([owed with { Article = owed.Article with { FirstSeen = late.AddDays(1), Published = Seen, DatedBy = DatedBy.Page }, PageDue = null }], None);

        var article = Assert.Single(await ArticlesAsync());
        Assert.Equal((late, Seen, DatedBy.Page), (article.FirstSeen, article.Published, article.DatedBy));
    }

    [ContractFact]
    public async Task A_revision_may_owe_its_page_or_have_it()
    {
        await archive.KeepAsync([Keeping("a", Some.Article("First"), "1") with { PageDue = Seen }], None);
        await archive.KeepAsync([Keeping("a", Some.Article("Second"), "2")], None);
        Assert.Empty(await archive.OwedPagesAsync(Seen, None));

        await archive.KeepAsync([Keeping("a", Some.Article("Third"), "3") with { PageDue = Seen, PageAttempts = 4 }], None);

        var owed = Assert.Single(await archive.OwedPagesAsync(Seen, None));
        Assert.Equal(("3", "Third", 4), (owed.Fingerprint, owed.Entry.Title, owed.Attempts));
    }

    [ContractFact]
    public async Task Owed_pages_come_the_longest_due_first()
    {
        foreach (var (id, hours) in new[] { ("second", -2), ("third", -1), ("first", -3), ("later", 1) })
            await archive.KeepAsync([Keeping(id, Some.Article(id)) with { PageDue = Seen.AddHours(hours) }], None);

        Assert.Equal(["first", "second", "third"], (await archive.OwedPagesAsync(Seen, None)).Select(owed => owed.Entry.Id));
    }

    [ContractFact]
    public async Task A_feeds_activity_is_that_of_its_entries_since_then()
    {
        const string other = "https://south.example/feed.xml";
        foreach (var (feed, hours) in new[] { (Feed, -30), (Feed, -24), (Feed, -3), (Feed, 5), (other, -25) })
        {
            var article = Some.Article($"{hours}", published: Seen.AddHours(hours).ToOffset(TimeSpan.FromHours(8)));
            await archive.KeepAsync([Keeping($"{hours}", article) with { Feed = feed }], None);
        }

        var day = await archive.ActivityAsync(Seen.AddDays(-1), None);
        var all = await archive.ActivityAsync(Seen.AddDays(-9), None);

        Assert.Equal([Feed], day.Keys);
        Assert.Equal(new FeedActivity(3, Seen.AddHours(-24), Seen.AddHours(5)), day[Feed]);
        Assert.Equal(new FeedActivity(4, Seen.AddHours(-30), Seen.AddHours(5)), all[Feed]);
        Assert.Equal(new FeedActivity(1, Seen.AddHours(-25), Seen.AddHours(-25)), all[other]);
    }

    [ContractFact]
    public async Task Text_that_is_no_Unicode_is_kept_as_far_as_it_can_be()
    {
        await archive.KeepAsync([Keeping("lone \uD800", Some.Article("half \uDE00 a face, and \0"))], None);

        Assert.Equal("half \uFFFD a face, and \0", Assert.Single(await ArticlesAsync()).Title);
        Assert.True((await HeldAsync("lone \uD800")).ContainsKey("lone \uD800"));
    }

    [ContractFact]
    public async Task Entries_kept_by_many_at_once_are_all_there_once()
    {
        await using var other = await OpenAsync();
        var keepings = Enumerable.Range(0, 200).Select(number => Keeping($"entry {number}", Some.Article($"Title {number}"))).ToArray();

        // Each of eight keeps them all, from another beginning, by one of two connections.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            foreach (var keeping in keepings.Skip(worker * 25).Concat(keepings.Take(worker * 25)))
                await (worker % 2 == 0 ? archive : other).KeepAsync([keeping], None);
        })));

        Assert.Equal(new ArchiveCounts(200, 200, 200, 0), await archive.CountsAsync(None));
        Assert.Equal(200, (await ArticlesAsync()).Select(article => article.Title).Distinct().Count());
    }

    [ContractFact]
    public async Task Everything_is_there_when_opened_again()
    {
        var article = Some.Article("中文", "正文");
        await archive.KeepAsync([Keeping("a", article)], None);
        await archive.SaveVisitAsync(new Visit(Feed, "North"), None);
        await archive.SavePublicationAsync(new Publication(Some.Week.Label) { Finished = true }, None);
        await archive.DisposeAsync();
        archive = await OpenAsync();

        AssertSame([article], await ArticlesAsync());
        Assert.Equal([Feed], (await archive.VisitsAsync(None)).Keys);
        Assert.True((await archive.PublicationAsync(Some.Week.Label, None))!.Finished);
    }

    [ContractFact]
    public async Task Two_that_have_it_open_see_what_the_other_has_kept()
    {
        await using var other = await OpenAsync();

        await archive.KeepAsync([Keeping("a", Some.Article("One"))], None);
        await other.KeepAsync([Keeping("b", Some.Article("Two"))], None);

        Assert.Equal(2, (await ArticlesAsync()).Count);
        Assert.Equal(2, (await other.ArticlesAsync(Some.Week.Window, None)).Count);
    }

    [ContractFact]
    public async Task A_call_that_is_cancelled_changes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => archive.KeepAsync([Keeping("a", Some.Article("One"))], cancelled.Token));

        Assert.Equal(0, (await archive.CountsAsync(None)).Entries);
    }

    [ContractFact]
    public async Task A_second_run_is_told_who_is_at_work()
    {
        await using var held = await archive.LockAsync("run 2026-W06", None);
        await using var other = await OpenAsync();

        var busy = await Assert.ThrowsAsync<ArchiveBusyException>(() => other.LockAsync("rebuild 2026-W06", None));

        Assert.Contains($"process {Environment.ProcessId} (run 2026-W06;", busy.Holder, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArchiveBusyException>(() => archive.LockAsync("the same process again", None));
    }

    [ContractFact]
    public async Task A_reply_is_found_by_its_request_and_the_newest_counts()
    {
        var reply = new ModelReply(new string('a', 64))
        {
            Text = "{\"claims\": [\"标题 😀 \\u2028\"]}\n",
            Complete = true,
            Model = "small-1",
            Failure = "timeout",
        };
        AssertSaysEverything(reply);
        await archive.KeepReplyAsync(reply with { Text = "older" }, None);
        await archive.KeepReplyAsync(new ModelReply(new string('b', 64)) { Text = "another", Complete = false }, None);

        await archive.KeepReplyAsync(reply, None);

        AssertSame(reply, await archive.ReplyAsync(reply.Request, None));
        Assert.False((await archive.ReplyAsync(new string('b', 64), None))!.Complete);
    }

    [ContractFact]
    public async Task Many_replies_are_kept_and_found_at_once()
    {
        var replies = Enumerable.Range(0, 100).Select(at => new ModelReply($"{at:x64}") { Text = $"vector {at}", Model = "embed-1" }).ToList();
        await archive.KeepReplyAsync(replies[7] with { Text = "older" }, None);

        await archive.KeepRepliesAsync(replies, None);

        var asked = replies.Take(70).Select(reply => reply.Request).Append(new string('f', 64)).ToList();
        AssertSame(replies.Take(70), (await archive.RepliesAsync(asked, None)).OrderBy(reply => reply.Request, StringComparer.Ordinal));
        Assert.Empty(await archive.RepliesAsync([], None));
    }

    [ContractFact]
    public async Task What_is_pruned_keeps_its_title_and_is_still_known()
    {
        string[] titles = ["cited", "cited before", "owed", "plain"];
        foreach (var title in titles)
            await archive.KeepAsync([Keeping(title, Some.Article(title, "正文", url: "https://north.example/" + title)) with { PageDue = title == "owed" ? Seen : null }], None);
        foreach (var title in titles.Skip(1))
            await archive.KeepAsync([Keeping(title, Some.Article(title, "more", url: "https://north.example/later " + title), "2") with { PageDue = title == "owed" ? Seen : null }], None);
        await archive.KeepAsync([Keeping("late", Some.Article("late", "正文", published: Some.Week.Window.End))], None);
        var (bytes, cited) = (await archive.TextBytesAsync(None), new HashSet<string> { "https://north.example/cited", "https://north.example/cited before" });
        Assert.Equal([new DateTimeOffset(2026, 2, 4, 0, 0, 0, TimeSpan.Zero)], await archive.TextDaysAsync(Some.Week.Window.End, None));

        await archive.SavePublicationAsync(new Publication(Some.Week.Label) { Finished = true }, None);
        Assert.Equal(0, await archive.PruneAsync(Some.Week, titles.Select(title => "https://north.example/" + title).ToHashSet(), Seen.AddDays(399), None));
        Assert.Null((await archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
        Assert.Equal(1, await archive.PruneAsync(Some.Week, cited, Seen.AddDays(400), None));
        Assert.Equal(0, await archive.PruneAsync(Some.Week, cited, Seen.AddDays(401), None));

        var articles = (await ArticlesAsync()).ToDictionary(article => article.Title, article => article.Text);
        Assert.Equal(("正文", "more", "more", ""), (articles["cited"], articles["cited before"], articles["owed"], articles["plain"]));
        Assert.Equal(new ArchiveCounts(5, 7, 5, 1), await archive.CountsAsync(None));
        Assert.Equal(Seen.AddDays(400), (await archive.PublicationAsync(Some.Week.Label, None))!.Pruned);
        Assert.Equal(new Held("plain", "2", Seen), (await HeldAsync("plain"))["plain"]);
        Assert.True(await archive.TextBytesAsync(None) < bytes);

        // Nothing is new about it while its feed says the same, and what is new of it is kept.
        await archive.KeepAsync([Keeping("plain", Some.Article("plain", "again"), "2")], None);
        Assert.Contains("", (await ArticlesAsync()).Select(article => article.Text));
        await archive.KeepAsync([Keeping("plain", Some.Article("plain", "again"), "3")], None);
        Assert.Contains("again", (await ArticlesAsync()).Select(article => article.Text));
        Assert.Equal(1, await archive.PruneAsync(Some.Week, cited, Seen.AddDays(402), None));
    }

    [ContractFact]
    public async Task A_lock_that_is_let_go_can_be_taken()
    {
        var first = await archive.LockAsync("run", None);
        await first.DisposeAsync();
        await using var second = await archive.LockAsync("rebuild", None);

        // Twice disposed of, it does not take the second's lock away.
        await first.DisposeAsync();

        var busy = await Assert.ThrowsAsync<ArchiveBusyException>(() => archive.LockAsync("third", None));
        Assert.Contains("(rebuild;", busy.Holder, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task A_trial_of_pruning_says_what_will_go_and_leaves_it()
    {
        foreach (var fingerprint in new[] { "1", "2" })
            await archive.KeepAsync([Keeping("plain", Some.Article("plain", "正文 " + fingerprint), fingerprint), Keeping("cited", Some.Article("cited", "正文"), fingerprint)], None);
        var (bytes, cited) = (await archive.TextBytesAsync(None), new HashSet<string> { Some.Article("cited").Url });

        var trial = await archive.TryPruneAsync(Some.Week, cited, Seen, None);

        Assert.Equal((1, bytes), (trial.Articles, await archive.TextBytesAsync(None)));
        Assert.Equal(4, (await archive.CountsAsync(None)).Revisions);
        Assert.Equal(trial.Articles, await archive.PruneAsync(Some.Week, cited, Seen, None));
        Assert.Equal(trial.Left, await archive.TextBytesAsync(None));
        Assert.InRange(trial.Left, 1, bytes - 1);
    }

    private static Entry Entry(string id) => new() { Id = id };

    private Task<IReadOnlyDictionary<string, Held>> HeldAsync(params string[] ids) => archive.HeldAsync(Feed, [.. ids.Select(Entry)], None);

    private static Keeping Keeping(string id, Article article, string fingerprint = "f") =>
        new(Feed, new Entry { Id = id, Url = article.Url, Title = article.Title }, fingerprint, article);

    private Task<IReadOnlyList<Article>> ArticlesAsync() => archive.ArticlesAsync(Some.Week.Window, None);

    /// <summary>By content: records compare their lists by reference.</summary>
    private static void AssertSame<T>(T expected, T actual) => Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));

    /// <summary>A property that the Model gains later, and that the test forgets, is a round trip untried.</summary>
    private static void AssertSaysEverything<T>(T record) =>
        Assert.All(typeof(T).GetProperties().Where(property => property.CanWrite), property =>
        {
            var value = property.GetValue(record);
            Assert.NotNull(value);
            Assert.NotEqual(value.GetType().IsValueType ? Activator.CreateInstance(value.GetType()) : null, value);
        });
}
