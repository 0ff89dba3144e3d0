using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Host;
using Pipeline.Host.Commands;
using Pipeline.Host.Schedule;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;
using Quartz;

namespace Pipeline.Tests.Host.Schedule;

/// <summary>Weeks in which nothing ran, through the real scheduler and its store.</summary>
public sealed class CatchUpTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(At("2026-02-15T04:00:00Z"));

    private LoopbackServer server = null!;

    public async Task InitializeAsync()
    {
        server = (await LoopbackServer.StartAsync()).Map("/feed.xml", "<rss version=\"2.0\"><channel><title>Quay</title></channel></rss>");
        folder.Write("sources.yaml",
            $$"""
            site: { language: en, title: Weekly }
            week: { ends: friday 18:00, zone: Asia/Shanghai }
            sources: [{ name: Quay, url: "{{server.Url("/feed.xml")}}", pages: false, allow-private: true }]
            """);
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_missed_week_is_built_once_from_what_the_archive_holds()
    {
        await KeepAsync("2026-W04", "2026-W05", "2026-W07");

        await ServeAsync(() => IsWritten("2026-W07"));
        var first = TemporaryFolder.Files(folder["digests"]);
        clock.Advance(TimeSpan.FromHours(1));
        await ServeAsync(() => true, UntilCaughtUpAsync);

        Assert.Equal(["2026-W07", "2026-W05", "2026-W04"], await PublishedAsync());
        foreach (var week in new[] { "2026-W04", "2026-W05", "2026-W07" })
            Assert.Equal([week], Weeks(File.ReadAllText(folder[$"digests/weekly_news/ai_news_{week}/index.md"])));
        Assert.Equal(first.Keys, TemporaryFolder.Files(folder["digests"]).Keys);
        Assert.All(TemporaryFolder.Files(folder["digests"]), file => Assert.Equal(first[file.Key], file.Value));
    }

    [Fact]
    public async Task A_week_that_cannot_be_written_holds_up_the_next_and_is_tried_again()
    {
        await KeepAsync("2026-W05", "2026-W06", "2026-W07");
        var obstacle = folder.Write("digests/2026-W06", "a file where a folder should be");

        await ServeAsync(() => File.Exists(folder[".pipeline/reports/2026-W06.json"]), async _ =>
        {
            Assert.False(IsWritten("2026-W07"));
            File.Delete(obstacle);
            await UntilAsync(() => IsWritten("2026-W07"), TimeSpan.FromSeconds(1));
        });

        Assert.Equal(["2026-W07", "2026-W06", "2026-W05"], await PublishedAsync());
        Assert.InRange(clock.GetUtcNow(), At("2026-02-15T04:05:00Z"), At("2026-02-15T04:30:00Z"));
    }

    [Fact]
    public async Task A_schedule_that_was_stopped_goes_on_from_its_store()
    {
        await KeepAsync("2026-W07");
        await ServeAsync(() => IsWritten("2026-W07"));

        Assert.True(File.Exists(folder[".pipeline/archive.schedule.db"]));
        await KeepAsync("2026-W08");
        clock.SetUtcNow(At("2026-02-21T00:00:00Z"));
        await ServeAsync(() => IsWritten("2026-W08"));

        Assert.Equal(["2026-W08", "2026-W07"], await PublishedAsync());
    }

    private async Task KeepAsync(params string[] weeks)
    {
        await using var archive = await SqlArchive.OpenAsync(folder[".pipeline/archive.db"], default);
        foreach (var week in weeks)
        {
            var end = WeekRule.Default.WeekOf(WeekLabel.Parse(week)).Window.End;
            var article = Some.Article($"Tidewater Labs ships the release of {week}", "Tidewater Labs shipped a release to nine harbours on its quay on Tuesday.", "Quay", end.AddDays(-2)) with { FirstSeen = end.AddDays(-2) };
            await archive.KeepAsync([new Keeping(server.Url("/feed.xml").AbsoluteUri, new Entry { Id = week, Url = article.Url, Title = article.Title }, "f", article)], default);
        }
    }

    private async Task ServeAsync(Func<bool> happened, Func<WebApplication, Task>? then = null)
    {
        await using var desk = await Desk.OpenAsync(new Request { Sources = folder["sources.yaml"] }, new Progress<Progress>(), default, clock);
        await using var host = ServeCommand.Build(desk, "http://127.0.0.1:0", clock);
        await host.StartAsync();
        await UntilAsync(happened, TimeSpan.Zero);
        await (then?.Invoke(host) ?? Task.CompletedTask);
        await host.StopAsync();
    }

    private async Task UntilAsync(Func<bool> happened, TimeSpan step)
    {
        for (var round = 0; round < 60_000 && !happened(); round++)
        {
            clock.Advance(step);
            await Task.Yield();
            await Task.Run(() => Thread.SpinWait(100_000));
        }

        Assert.True(happened());
    }

    /// <summary>A trigger that fires once is gone when its job has ended.</summary>
    private async Task UntilCaughtUpAsync(WebApplication host)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await UntilAsync(() => scheduler.GetTrigger(new TriggerKey("at start", Timetable.Publish)).AsTask().GetAwaiter().GetResult() is null, TimeSpan.Zero);
    }

    private bool IsWritten(string week) => File.Exists(folder["digests/manifest.json"]) && File.Exists(folder[$"digests/{week}/index.md"]);

    private static string[] Weeks(string page) => [.. Regex.Matches(page, "the release of (....-W..)").Select(match => match.Groups[1].Value).Distinct()];

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private async Task<string[]> PublishedAsync()
    {
        await using var archive = await SqlArchive.OpenAsync(folder[".pipeline/archive.db"], default);
        return [.. (await archive.PublicationsAsync(default)).Where(publication => publication.Finished).Select(publication => publication.Week.ToString())];
    }
}
