using Microsoft.AspNetCore.Http;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>What a collection asks for, keeps and remembers, over a real server and a real archive.</summary>
public sealed class CollectTests : IAsyncLifetime
{
    private LoopbackServer server = null!;
    private Collector collector = null!;

    public async Task InitializeAsync()
    {
        server = await LoopbackServer.StartAsync();
        collector = await Collector.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await collector.DisposeAsync();
        await server.DisposeAsync();
    }

    private Source Lab => Collector.Source(server.Url("feed.xml"));

    private Source WithPages => Lab with { Pages = true };

    private IEnumerable<string> Asked => server.Requests.Select(seen => seen.Path);

    private static string Feed(params string[] items) => $"<rss version=\"2.0\"><channel><title>Lab</title>{string.Concat(items)}</channel></rss>";

    private string Item(string name, string? guid = null, string? title = null, string text = "Said on Tuesday.") =>
        $"<item><title>{title ?? "News of " + name}</title><link>{server.Url(name)}</link><guid>{guid ?? name}</guid><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate><description>{text}</description></item>";

    private static string Page(string text) =>
        $"<html><head><title>News</title></head><body><article><h1>News</h1>{string.Concat(Enumerable.Range(1, 4).Select(number => $"<p>{text} Paragraph {number} says what happened in the offices of the company on Tuesday, and why it did.</p>"))}</article></body></html>";

    [Fact]
    public async Task A_second_collection_right_after_the_first_asks_nothing_and_one_after_the_interval_only_what_is_new()
    {
        server.Map("/feed.xml", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
            return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(Feed(Item("a")));
        });

        await collector.CollectAsync(Lab);
        var second = await collector.CollectAsync(Lab);
        collector.Clock.Advance(TimeSpan.FromMinutes(20));
        var third = await collector.CollectAsync(Lab);

        Assert.Equal(0, second.Asked);
        Assert.Equal("not modified", third.Sources.Single().Outcome);
        Assert.Equal(["", "\"1\""], server.Requests.Select(seen => seen.Headers.IfNoneMatch.ToString()));
    }

    [Fact]
    public async Task A_collection_that_is_told_to_stop_ends_what_it_has_begun_and_begins_nothing_else()
    {
        using var stop = new CancellationTokenSource();
        var sources = Enumerable.Range(0, 100).Select(at => Collector.Source(server.Url($"{at}.xml"), $"Lab {at}")).ToArray();
        for (var at = 0; at < sources.Length; at++)
        {
            server.Map($"/{at}.xml", async context =>
            {
                await stop.CancelAsync();
                await context.Response.WriteAsync(Feed(Item("a", guid: context.Request.Path)));
            });
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => collector.CollectAsync(stop.Token, sources));

        var visits = await collector.Archive.VisitsAsync(default);
        Assert.InRange(visits.Count, 1, sources.Length - 1);
        Assert.Equal(Asked.Select(path => server.Url(path).AbsoluteUri).Order(), visits.Keys.Order());
        Assert.All(visits.Values, visit => Assert.Null(visit.Trouble));
        Assert.Equal(visits.Count, (await collector.Archive.CountsAsync(default)).Entries);
    }

    [Fact]
    public async Task Robots_txt_is_asked_for_once_a_day_and_kept_to()
    {
        server.Map("/feed.xml", Feed(Item("open/a"), Item("closed/b"))).Map("/robots.txt", "User-agent: *\nDisallow: /closed/", "text/plain")
            .Map("/open/a", Page("Open."), "text/html").Map("/closed/b", Page("Closed."), "text/html");

        var report = await collector.CollectAsync(WithPages);

        Assert.Equal(["/feed.xml", "/robots.txt", "/open/a"], Asked);
        Assert.Contains("robots.txt of 127.0.0.1 does not allow it", Assert.Single(report.Troubles).Why, StringComparison.Ordinal);
        Assert.Equal([TextOrigin.Entry, TextOrigin.Page], (await collector.ArticlesAsync()).Select(article => article.Origin).Order().Reverse());

        server.Map("/feed.xml", Feed(Item("open/a", text: "Said otherwise.")));
        collector.Clock.Advance(TimeSpan.FromHours(23));
        await collector.CollectAsync(WithPages);
        Assert.Single(Asked, path => path == "/robots.txt");

        server.Map("/feed.xml", Feed(Item("open/a", text: "Said again.")));
        collector.Clock.Advance(TimeSpan.FromHours(2));
        await collector.CollectAsync(WithPages);
        Assert.Equal(2, Asked.Count(path => path == "/robots.txt"));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(429, false)]
    public async Task Without_a_robots_txt_everything_is_open_but_not_where_the_server_fails(int status, bool open)
    {
        server.Map("/feed.xml", Feed(Item("a"))).Status("/robots.txt", status).Map("/a", Page("Here."), "text/html");

        await collector.CollectAsync(WithPages);

        Assert.Equal(open, Asked.Contains("/a"));
    }

    [Fact]
    public async Task A_redirect_to_another_host_keeps_to_that_hosts_robots_txt()
    {
        await using var other = await LoopbackServer.StartAsync();
        other.Map("/robots.txt", "User-agent: pipeline\nDisallow: /", "text/plain").Map("/a", Page("There."), "text/html");
        server.Map("/feed.xml", Feed(Item("a"))).Redirect("/a", other.Url("a").AbsoluteUri);

        var report = await collector.CollectAsync(WithPages);

        Assert.Equal(["/robots.txt"], other.Requests.Select(seen => seen.Path));
        Assert.Contains("robots.txt", Assert.Single(report.Troubles).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_could_not_be_had_is_asked_for_again_and_completes_its_article()
    {
        server.Map("/feed.xml", Feed(Item("a"))).Status("/a", 503);

        await collector.CollectAsync(WithPages);
        Assert.Equal(TextOrigin.Entry, Assert.Single(await collector.ArticlesAsync()).Origin);

        server.Map("/a", Page("Here at last."), "text/html").Status("/feed.xml", 500);
        collector.Clock.Advance(TimeSpan.FromHours(2));
        var report = await collector.CollectAsync(WithPages);

        Assert.Equal(1, report.Sources.Sum(source => source.Completed));
        var article = Assert.Single(await collector.ArticlesAsync());
        Assert.Equal(TextOrigin.Page, article.Origin);
        Assert.Equal(Some.Instant, article.FirstSeen);
        Assert.Equal((1, 1), ((await collector.Archive.CountsAsync(default)).Entries, (await collector.Archive.CountsAsync(default)).Revisions));
    }

    [Fact]
    public async Task A_page_that_never_comes_is_given_up()
    {
        server.Map("/feed.xml", Feed(Item("a"))).Status("/a", 503);
        for (var day = 0; day < 8; day++)
        {
            await collector.CollectAsync(WithPages);
            collector.Clock.Advance(TimeSpan.FromDays(1.1));
        }

        // Four visits, of three attempts each.
        Assert.Equal(12, Asked.Count(path => path == "/a"));
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_left_alone_by_the_next_process_too()
    {
        var asked = 0;
        server.Map("/feed.xml", Feed(Item("a"), Item("b"))).Map("/a", context =>
        {
            context.Response.StatusCode = asked++ == 0 ? 429 : 404;
            context.Response.Headers.RetryAfter = "36000";
            return Task.CompletedTask;
        }).Map("/b", Page("B."), "text/html");

        var first = await collector.CollectAsync(WithPages);
        collector.Clock.Advance(TimeSpan.FromHours(9));
        await collector.CollectAsync(WithPages);

        Assert.DoesNotContain("/b", Asked);
        Assert.Contains(first.Troubles, trouble => trouble.Why.Contains("asked to be left alone until 2026-02-04 19:30 UTC", StringComparison.Ordinal));

        collector.Clock.Advance(TimeSpan.FromHours(2));
        await collector.CollectAsync(WithPages);
        Assert.Contains("/b", Asked);
    }

    [Fact]
    public async Task A_changed_guid_or_title_is_the_same_entry_and_a_changed_text_a_revision()
    {
        server.Map("/feed.xml", Feed(Item("a", guid: "1")));
        await collector.CollectAsync(Lab);

        foreach (var changed in new[] { Item("a", guid: "2"), Item("a", guid: "2", title: "News of a, corrected"), Item("a", guid: "2", title: "News of a, corrected", text: "Said on Wednesday.") })
        {
            server.Map("/feed.xml", Feed(changed));
            collector.Clock.Advance(TimeSpan.FromHours(1));
            await collector.CollectAsync(Lab);
        }

        var counts = await collector.Archive.CountsAsync(default);
        Assert.Equal((1, 3), (counts.Entries, counts.Revisions));
        Assert.Equal("News of a, corrected", Assert.Single(await collector.ArticlesAsync()).Title);
    }

    [Fact]
    public async Task A_source_that_is_gone_says_so_and_is_asked_no_more()
    {
        server.Status("/feed.xml", 410);

        var report = await collector.CollectAsync(Lab);
        collector.Clock.Advance(TimeSpan.FromDays(30));
        await collector.CollectAsync(Lab);

        Assert.Contains("asked no more", Assert.Single(report.Troubles).Why, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_source_that_moved_for_good_is_asked_at_its_new_address_from_the_fourth_time_on()
    {
        server.Redirect("/feed.xml", "/new.xml", 301).Map("/new.xml", Feed(Item("a")));

        for (var visit = 0; visit < 4; visit++)
        {
            await collector.CollectAsync(Lab);
            collector.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["/feed.xml", "/new.xml", "/feed.xml", "/new.xml", "/feed.xml", "/new.xml", "/new.xml"], Asked);
    }

    [Fact]
    public async Task Headers_of_a_source_never_follow_a_redirect_elsewhere()
    {
        await using var other = await LoopbackServer.StartAsync();
        other.Map("/feed.xml", Feed());
        server.Redirect("/feed.xml", other.Url("feed.xml").AbsoluteUri);

        await collector.CollectAsync(Lab with { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer secret" } });

        Assert.Equal("Bearer secret", server.Requests.Single().Headers.Authorization);
        Assert.Empty(other.Requests.Single().Headers.Authorization.ToString());
    }
}
