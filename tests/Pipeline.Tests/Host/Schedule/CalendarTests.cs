using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Host;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Schedule;

/// <summary>The right week at the right instant, through the real scheduler, a real archive and a feed that shows what is published by then.</summary>
public sealed class CalendarTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly JumpingClock clock = new();
    private LoopbackServer server = null!;
    private DateTimeOffset end;

    public async Task InitializeAsync() => server = (await LoopbackServer.StartAsync()).Map("/feed.xml", context =>
    {
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        return context.Response.WriteAsync(Feed());
    });

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    // The turn of a long year: W52, W53, W01.
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2020-12-25T10:00:00Z", "2020-W52", "2020-12-25")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2021-01-01T10:00:00Z", "2020-W53", "2021-01-01")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2021-01-08T10:00:00Z", "2021-W01", "2021-01-08")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2026-12-25T10:00:00Z", "2026-W52", "2026-12-25")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2027-01-01T10:00:00Z", "2026-W53", "2027-01-01")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2027-01-08T10:00:00Z", "2027-W01", "2027-01-08")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2032-12-24T10:00:00Z", "2032-W52", "2032-12-24")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2032-12-31T10:00:00Z", "2032-W53", "2032-12-31")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2033-01-07T10:00:00Z", "2033-W01", "2033-01-07")]
    // Daylight saving begins on 2026-03-08 and ends on 2026-11-01 in New York; Shanghai has none.
    [InlineData("friday 18:00", "America/New_York", "0 5 18 ? * FRI", "2026-03-06T23:00:00Z", "2026-W10", "2026-03-06")]
    [InlineData("friday 18:00", "America/New_York", "0 5 18 ? * FRI", "2026-03-13T22:00:00Z", "2026-W11", "2026-03-13")]
    [InlineData("friday 18:00", "America/New_York", "0 5 18 ? * FRI", "2026-10-30T22:00:00Z", "2026-W44", "2026-10-30")]
    [InlineData("friday 18:00", "America/New_York", "0 5 18 ? * FRI", "2026-11-06T23:00:00Z", "2026-W45", "2026-11-06")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2026-03-13T10:00:00Z", "2026-W11", "2026-03-13")]
    [InlineData("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", "2026-11-06T10:00:00Z", "2026-W45", "2026-11-06")]
    // Within the very night of a change: 02:30 does not exist on one, and means 03:30; 01:30 comes twice on the other.
    [InlineData("sunday 02:30", "America/New_York", "0 35 3 ? * SUN", "2026-03-08T07:30:00Z", "2026-W10", "2026-03-08")]
    [InlineData("sunday 01:30", "America/New_York", "0 35 1 ? * SUN", "2026-11-01T05:30:00Z", "2026-W44", "2026-11-01")]
    // Weeks that end on other days.
    [InlineData("saturday 12:00", "Asia/Shanghai", "0 5 12 ? * SAT", "2026-02-07T04:00:00Z", "2026-W06", "2026-02-07")]
    [InlineData("monday 00:00", "Asia/Shanghai", "0 5 0 ? * MON", "2026-02-08T16:00:00Z", "2026-W06", "2026-02-08")]
    [InlineData("monday 00:00", "Asia/Shanghai", "0 5 0 ? * MON", "2027-01-03T16:00:00Z", "2026-W53", "2027-01-03")]
    public async Task A_week_is_published_five_minutes_after_its_end(string ends, string zone, string cron, string closes, string week, string date)
    {
        end = At(closes);
        await ServeAsync(ends, zone, cron, end.AddMinutes(-25), async (host, desk) =>
        {
            // What is asked at the start is asked while the clock stands: at the week's end it is due again.
            await WhileItStandsAsync(() => !server.Requests.IsEmpty && HasVisited(desk));
            Assert.Equal(end.AddMinutes(5), At((await HealthAsync(host))["nextPublish"]!.ToString()));
            await UntilAsync(() => IsWritten(week));

            var publication = Assert.Single(await desk.Archive.PublicationsAsync(default));
            Assert.Equal(week, publication.Week.ToString());
            Assert.True(publication.Published >= end.AddMinutes(5));
        });
        var page = File.ReadAllText(folder[$"digests/{week}/index.md"]);
        Assert.Contains($"\ndate: {date}\n", page, StringComparison.Ordinal);
        var items = File.ReadAllText(folder[$"digests/weekly_news/ai_news_{week}/index.md"]);
        Assert.Contains("the last second", items, StringComparison.Ordinal);
        Assert.DoesNotContain("the first second after", items, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_leaps_over_the_hour_publishes_the_week_once()
    {
        end = At("2026-02-06T10:00:00Z");
        await ServeAsync("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", end.AddHours(-3), async (_, desk) =>
        {
            await WhileItStandsAsync(() => HasVisited(desk));
            clock.Advance(TimeSpan.FromDays(3));
            await UntilAsync(() => IsWritten("2026-W06"));

            Assert.Equal("2026-W06", Assert.Single(await desk.Archive.PublicationsAsync(default)).Week.ToString());
        });
    }

    [Fact]
    public async Task A_clock_that_is_put_back_publishes_no_week_again_and_the_schedule_goes_on()
    {
        end = At("2026-02-06T10:00:00Z");
        await ServeAsync("friday 18:00", "Asia/Shanghai", "0 5 18 ? * FRI", end.AddMinutes(-25), async (_, desk) =>
        {
            await UntilAsync(() => IsWritten("2026-W06"));
            var (first, asked) = (Assert.Single(await desk.Archive.PublicationsAsync(default)), server.Requests.Count);

            clock.Error = TimeSpan.FromHours(-2);
            var past = clock.GetUtcNow().AddHours(4);
            await UntilAsync(() => clock.GetUtcNow() >= past && server.Requests.Count > asked, hurry: true);

            Assert.Equal(first.Published, Assert.Single(await desk.Archive.PublicationsAsync(default)).Published);
        });
    }

    private async Task ServeAsync(string ends, string zone, string cron, DateTimeOffset now, Func<WebApplication, Desk, Task> act)
    {
        folder.Write("sources.yaml",
            $"""
            site: {"{ language: en, title: Weekly }"}
            week: {"{"} ends: {ends}, zone: {zone} {"}"}
            schedule: {"{"} collect: "0 0/30 * * * ?", publish: "{cron}" {"}"}
            fetch: {"{ pace: 0s }"}
            sources:
              - name: Quay
                url: {server.Url("/feed.xml")}
                pages: false
                allow-private: true

            """);
        clock.SetUtcNow(now);
        await using var desk = await Desk.OpenAsync(new Request { Sources = folder["sources.yaml"] }, new Progress<Progress>(), default, clock);
        await using var host = ServeCommand.Build(desk, "http://127.0.0.1:0", clock);
        await host.StartAsync();
        await act(host, desk);
        await host.StopAsync();
    }

    private string Feed()
    {
        var items = new[] { (end.AddDays(-3), "three days before"), (end.AddSeconds(-1), "the last second"), (end, "the first second after") }
            .Where(item => item.Item1 <= clock.GetUtcNow())
            .Select((item, at) => string.Create(CultureInfo.InvariantCulture,
                $"<item><title>Tidewater Labs ships release {at + 4}: {item.Item2}</title><link>https://quay.example/{at}</link><guid>{at}</guid><pubDate>{item.Item1.UtcDateTime:R}</pubDate><description>Tidewater Labs shipped release {at + 4} to {at + 20} harbours on its quay.</description></item>"));
        return $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Quay</title>{string.Concat(items)}</channel></rss>";
    }

    private static bool HasVisited(Desk desk) => desk.Archive.VisitsAsync(default).GetAwaiter().GetResult().Count > 0;

    private bool IsWritten(string week) => File.Exists(folder["digests/manifest.json"]) && File.Exists(folder[$"digests/{week}/index.md"]);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static async Task<JsonObject> HealthAsync(WebApplication host)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        return (await client.GetFromJsonAsync<JsonObject>("/health"))!;
    }

    /// <summary>Moves the clock on until it has happened; the scheduler's own threads need real moments in between.</summary>
    /// <remarks>In small steps while a job is at work: a busy machine would else see its requests time out by this clock.</remarks>
    private async Task UntilAsync(Func<bool> happened, bool hurry = false)
    {
        for (var round = 0; round < 6000 && !happened(); round++)
        {
            var since = clock.GetUtcNow() - end;
            var working = since >= TimeSpan.FromMinutes(5) || (since >= TimeSpan.Zero && since < TimeSpan.FromMinutes(1));
            clock.Advance(working && !hurry ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(10));
            await Task.Yield();
            await Task.Run(() => Thread.SpinWait(200_000));
        }

        Assert.True(happened());
    }

    private static async Task WhileItStandsAsync(Func<bool> happened)
    {
        for (var round = 0; round < 6000 && !happened(); round++)
            await Task.Run(() => Thread.SpinWait(200_000));
        Assert.True(happened());
    }

    /// <summary>A clock that can be wrong: its timers run on all the same.</summary>
    private sealed class JumpingClock() : FakeTimeProvider(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
        public TimeSpan Error { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Error;
    }
}
