using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Host;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The schedule through the real scheduler, on a clock of the test's own.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private NewsSite site = null!;

    public async Task InitializeAsync()
    {
        site = await NewsSite.StartAsync(entries: 4);
        folder.Write("sources.yaml", site.Sources(publishers: 2, extra: "schedule: { collect: \"0 0/30 * * * ?\", publish: \"0 5 18 ? * FRI\" }\n"));
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_week_missed_while_it_was_down_is_published_once_at_the_next_start()
    {
        // Sunday noon in Shanghai: the week closed on Friday evening, and nobody served.
        await ServeAsync("2026-02-08T04:00:00Z", async (_, _) => await WeekAsync("2026-W06"));
        var written = File.GetLastWriteTimeUtc(folder["digests/2026-W06/index.md"]);
        var asked = site.Asked.Values.Sum();

        await ServeAsync("2026-02-08T04:05:00Z", async (host, _) => Assert.Equal("2026-W06", (await HealthAsync(host))["lastWeek"]?.ToString()));

        Assert.Equal(written, File.GetLastWriteTimeUtc(folder["digests/2026-W06/index.md"]));
        Assert.Equal(asked, site.Asked.Values.Sum());
    }

    [Fact]
    public async Task The_weekly_job_runs_in_the_weeks_own_zone()
    {
        // Friday 17:59 in Shanghai; the cron line says 18:05 there, 10:05 UTC.
        await ServeAsync("2026-02-06T09:59:00Z", async (host, clock) =>
        {
            var health = await HealthAsync(host);
            Assert.Equal("2026-02-06T10:05:00Z", health["nextPublish"]?.ToString());
            Assert.Equal("2026-02-06T10:00:00Z", health["nextCollect"]?.ToString());
            await UntilAsync(clock, () => File.Exists(folder["digests/2026-W06/index.md"]));
            Assert.True(clock.GetUtcNow() >= DateTimeOffset.Parse("2026-02-06T10:05:00Z", CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public async Task A_second_one_on_the_same_file_is_refused()
    {
        using var first = await ServingNode.StartAsync(folder.Path, []);

        var second = await Command.RunAsync(folder.Path, ["serve", "--url", "http://127.0.0.1:0"]);

        Assert.Equal(1, second.Code);
        Assert.Contains("(pipeline serve; started", second.Error, StringComparison.Ordinal);
        Assert.False(first.HasExited);
    }

    [Fact]
    public async Task One_that_only_collects_on_a_file_is_refused_for_nobody_would_publish()
    {
        var ran = await Command.RunAsync(folder.Path, ["serve", "--collect-only", "--url", "http://127.0.0.1:0"]);

        Assert.Equal(2, ran.Code);
        Assert.Contains("--collect-only leaves publishing to another node, and an SQLite archive has none", ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder[".pipeline"]));
    }

    [Fact]
    public async Task A_damaged_schedule_is_told_with_what_to_do()
    {
        folder.Write(".pipeline/archive.schedule.db", new string('?', 4096));

        var ran = await Command.RunAsync(folder.Path, ["serve", "--url", "http://127.0.0.1:0"]);

        Assert.Equal(1, ran.Code);
        Assert.Contains("archive.schedule.db can't be used", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Take it away", ran.Error, StringComparison.Ordinal);
    }

    private async Task ServeAsync(string now, Func<WebApplication, FakeTimeProvider, Task> act)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var request = new Request { Sources = folder["sources.yaml"] };
        await using var desk = await Desk.OpenAsync(request, new Progress<Progress>(), CancellationToken.None, clock);
        await using var host = ServeCommand.Build(desk, "http://127.0.0.1:0", clock);
        await host.StartAsync();
        await act(host, clock);
        await host.StopAsync();
    }

    private static async Task<JsonObject> HealthAsync(WebApplication host)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        return (await client.GetFromJsonAsync<JsonObject>("/health"))!;
    }

    private Task WeekAsync(string week) => UntilAsync(null, () => File.Exists(folder["digests/manifest.json"]) && File.Exists(folder[$"digests/{week}/index.md"]));

    /// <summary>Moves the clock on until it has happened; the scheduler's own threads need real moments in between.</summary>
    /// <remarks>In small steps while a job is at work: a busy machine would else see its requests time out by this clock.</remarks>
    private static async Task UntilAsync(FakeTimeProvider? clock, Func<bool> happened)
    {
        for (var round = 0; round < 30_000 && !happened(); round++)
        {
            clock?.Advance(clock.GetUtcNow().Minute is 59 or 0 or (>= 5 and < 30) ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromSeconds(10));
            await Task.Yield();
            await Task.Run(() => Thread.SpinWait(200_000));
        }

        Assert.True(happened());
    }
}
