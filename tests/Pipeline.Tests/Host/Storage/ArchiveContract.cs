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

    [Fact]
    public async Task A_new_archive_is_empty()
    {
        Assert.Equal(new ArchiveCounts(0, 0, 0, 0), await archive.CountsAsync(None));
        Assert.Empty(await archive.VisitsAsync(None));
        Assert.Empty(await archive.PublicationsAsync(None));
        Assert.Empty(await archive.ArticlesAsync(Some.Week.Window, None));
        Assert.Empty(await archive.HeldAsync(Feed, ["a"], None));
        Assert.Null(await archive.PublicationAsync(Some.Week.Label, None));
    }

    [Fact]
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
        };
        AssertSaysEverything(article);

        await archive.KeepAsync(Keeping("a", article), None);

        AssertSame([article], await ArticlesAsync());
    }

    [Fact]
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
        };
        AssertSaysEverything(visit);
        await archive.SaveVisitAsync(new Visit(Feed, "before"), None);
        await archive.SaveVisitAsync(visit, None);
        await archive.SaveVisitAsync(new Visit("https://south.example/feed.xml", "South"), None);

        var visits = await archive.VisitsAsync(None);

        Assert.Equal(2, visits.Count);
        Assert.Equal(visit, visits[Feed]);
        Assert.Equal(new Visit("https://south.example/feed.xml", "South"), visits["https://south.example/feed.xml"]);
    }

    [Fact]
    public async Task A_publication_comes_back_as_it_was_saved_last()
    {
        var publication = new Publication(Some.Week.Label)
        {
            Finished = true,
            Published = Seen,
            Anchors = Anchors.None.WithItems(["https://north.example/新", "https://south.example/b"]) with
            {
                Themes = [new ThemeAnchor("t1", "治理与合规", "治理", ["https://north.example/新"]), new ThemeAnchor("t2", "Chips", null, [])],
            },
            Coverage = new Coverage { Read = ["North", "北方"], Failed = ["South"] },
            Hashes = new Dictionary<string, string> { ["2026-W06/index.md"] = "00ff" },
        };
        AssertSaysEverything(publication);
        await archive.SavePublicationAsync(new Publication(Some.Week.Label), None);
        await archive.SavePublicationAsync(publication, None);

        AssertSame(publication, await archive.PublicationAsync(Some.Week.Label, None));
        Assert.Null(await archive.PublicationAsync(Some.Week.Label.Next(), None));
    }

    [Fact]
    public async Task Publications_come_newest_first()
    {
        foreach (var week in new[] { "2026-W06", "2020-W53", "2026-W10", "2021-W01" })
            await archive.SavePublicationAsync(new Publication(WeekLabel.Parse(week)), None);

        Assert.Equal(["2026-W10", "2026-W06", "2021-W01", "2020-W53"],
            (await archive.PublicationsAsync(None)).Select(publication => publication.Week.ToString()));
    }

    [Fact]
    public async Task The_same_fingerprint_changes_nothing()
    {
        var article = Some.Article("First");
        await archive.KeepAsync(Keeping("a", article), None);
        await archive.KeepAsync(Keeping("a", article with { Title = "Clipped otherwise", FirstSeen = Seen.AddDays(1) }), None);

        AssertSame([article], await ArticlesAsync());
        Assert.Equal(new ArchiveCounts(1, 1, 1, 0), await archive.CountsAsync(None));
        Assert.Equal(new Held("f", Seen), (await archive.HeldAsync(Feed, ["a"], None))["a"]);
    }

    [Fact]
    public async Task Another_fingerprint_is_the_newest_revision_and_the_first_sight_stays()
    {
        await archive.KeepAsync(Keeping("a", Some.Article("First"), "1"), None);
        await archive.KeepAsync(Keeping("a", Some.Article("Second", url: "https://north.example/moved") with { FirstSeen = Seen.AddDays(1) }, "2"), None);

        var article = Assert.Single(await ArticlesAsync());

        Assert.Equal(("Second", "https://north.example/moved", Seen), (article.Title, article.Url, article.FirstSeen));
        Assert.Equal(new Held("2", Seen), (await archive.HeldAsync(Feed, ["a"], None))["a"]);
        Assert.Equal(new ArchiveCounts(1, 2, 1, 0), await archive.CountsAsync(None));
    }

    [Fact]
    public async Task What_a_feed_takes_back_is_a_revision_too()
    {
        foreach (var fingerprint in new[] { "1", "2", "1" })
            await archive.KeepAsync(Keeping("a", Some.Article("Said " + fingerprint), fingerprint), None);

        Assert.Equal("Said 1", Assert.Single(await ArticlesAsync()).Title);
        Assert.Equal(3, (await archive.CountsAsync(None)).Revisions);
    }

    [Fact]
    public async Task A_revision_with_another_date_moves_the_article()
    {
        await archive.KeepAsync(Keeping("a", Some.Article("First", published: Some.Week.Window.Start.AddDays(-1)), "1"), None);
        Assert.Empty(await ArticlesAsync());

        await archive.KeepAsync(Keeping("a", Some.Article("Second"), "2"), None);

        Assert.Single(await ArticlesAsync());
    }

    [Theory]
    [InlineData(DatedBy.FirstSeen)]
    [InlineData(DatedBy.Feed)]
    public async Task A_revision_without_a_date_keeps_the_one_there_was(DatedBy before)
    {
        await archive.KeepAsync(Keeping("a", Some.Article("First") with { DatedBy = before }, "1"), None);
        var late = Some.Article("Second", published: Some.Week.Window.End.AddDays(2)) with { DatedBy = DatedBy.FirstSeen };
        await archive.KeepAsync(Keeping("a", late, "2"), None);
        await archive.KeepAsync(Keeping("a", late with { Title = "Third" }, "3"), None);

        var article = Assert.Single(await ArticlesAsync());

        Assert.Equal(("Third", Some.Instant, before), (article.Title, article.Published, article.DatedBy));
    }

    [Fact]
    public async Task A_window_is_half_open()
    {
        var (start, end) = (Some.Week.Window.Start, Some.Week.Window.End);
        foreach (var (title, published) in new[]
                 {
                     ("before", start.AddTicks(-1)), ("first", start), ("last", end.AddTicks(-1)), ("after", end),
                     ("first elsewhere", start.ToOffset(TimeSpan.FromHours(-5))), ("after elsewhere", end.ToOffset(TimeSpan.FromHours(8))),
                 })
        {
            await archive.KeepAsync(Keeping(title, Some.Article(title, published: published, url: "https://north.example/" + title)), None);
        }

        Assert.Equal(["first", "first elsewhere", "last"], (await ArticlesAsync()).Select(article => article.Title));
    }

    [Fact]
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
            await archive.KeepAsync(Keeping(row.Id, article) with { Feed = row.Feed }, None);
        }

        Assert.Equal(rows.Select(row => row.Feed + row.Id), (await ArticlesAsync()).Select(article => article.Title));
    }

    [Fact]
    public async Task An_entry_is_known_by_its_feed_and_id()
    {
        var article = Some.Article("Told by two feeds");
        await archive.KeepAsync(Keeping("a", article), None);
        await archive.KeepAsync(Keeping("A", article), None);
        await archive.KeepAsync(Keeping("a", article) with { Feed = "https://north.example/all.xml" }, None);

        Assert.Equal(3, (await ArticlesAsync()).Count);
        Assert.Equal(new ArchiveCounts(3, 3, 1, 0), await archive.CountsAsync(None));
        Assert.Equal(["a"], (await archive.HeldAsync("https://north.example/all.xml", ["a", "A"], None)).Keys);
    }

    [Fact]
    public async Task Thousands_of_ids_can_be_asked_for_at_once()
    {
        var longest = new string('长', 20_000);
        string[] held = ["中文 id", "😀", "' OR 1=1 --", longest];
        foreach (var id in held)
            await archive.KeepAsync(Keeping(id, Some.Article(id[..2])), None);

        string[] asked = [.. Enumerable.Range(0, 40_000).Select(number => $"unknown-{number}"), .. held, .. held];

        Assert.Equal(held.Order(StringComparer.Ordinal), (await archive.HeldAsync(Feed, asked, None)).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Text_that_is_no_Unicode_is_kept_as_far_as_it_can_be()
    {
        await archive.KeepAsync(Keeping("lone \uD800", Some.Article("half \uDE00 a face, and \0")), None);

        Assert.Equal("half \uFFFD a face, and \0", Assert.Single(await ArticlesAsync()).Title);
        Assert.True((await archive.HeldAsync(Feed, ["lone \uD800"], None)).ContainsKey("lone \uD800"));
    }

    [Fact]
    public async Task Entries_kept_by_many_at_once_are_all_there_once()
    {
        await using var other = await OpenAsync();
        var keepings = Enumerable.Range(0, 200).Select(number => Keeping($"entry {number}", Some.Article($"Title {number}"))).ToArray();

        // Each of eight keeps them all, from another beginning, by one of two connections.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            foreach (var keeping in keepings.Skip(worker * 25).Concat(keepings.Take(worker * 25)))
                await (worker % 2 == 0 ? archive : other).KeepAsync(keeping, None);
        })));

        Assert.Equal(new ArchiveCounts(200, 200, 200, 0), await archive.CountsAsync(None));
        Assert.Equal(200, (await ArticlesAsync()).Select(article => article.Title).Distinct().Count());
    }

    [Fact]
    public async Task Everything_is_there_when_opened_again()
    {
        var article = Some.Article("中文", "正文");
        await archive.KeepAsync(Keeping("a", article), None);
        await archive.SaveVisitAsync(new Visit(Feed, "North"), None);
        await archive.SavePublicationAsync(new Publication(Some.Week.Label) { Finished = true }, None);
        await archive.DisposeAsync();
        archive = await OpenAsync();

        AssertSame([article], await ArticlesAsync());
        Assert.Equal([Feed], (await archive.VisitsAsync(None)).Keys);
        Assert.True((await archive.PublicationAsync(Some.Week.Label, None))!.Finished);
    }

    [Fact]
    public async Task Two_that_have_it_open_see_what_the_other_has_kept()
    {
        await using var other = await OpenAsync();

        await archive.KeepAsync(Keeping("a", Some.Article("One")), None);
        await other.KeepAsync(Keeping("b", Some.Article("Two")), None);

        Assert.Equal(2, (await ArticlesAsync()).Count);
        Assert.Equal(2, (await other.ArticlesAsync(Some.Week.Window, None)).Count);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_changes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => archive.KeepAsync(Keeping("a", Some.Article("One")), cancelled.Token));

        Assert.Equal(0, (await archive.CountsAsync(None)).Entries);
    }

    [Fact]
    public async Task A_second_run_is_told_who_is_at_work()
    {
        await using var held = await archive.LockAsync("run 2026-W06", None);
        await using var other = await OpenAsync();

        var busy = await Assert.ThrowsAsync<ArchiveBusyException>(() => other.LockAsync("rebuild 2026-W06", None));

        Assert.Contains($"process {Environment.ProcessId} (run 2026-W06;", busy.Holder, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArchiveBusyException>(() => archive.LockAsync("the same process again", None));
    }

    [Fact]
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
