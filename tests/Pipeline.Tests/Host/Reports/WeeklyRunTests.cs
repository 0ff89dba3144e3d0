using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Host;
using Pipeline.Host.Commands;
using Pipeline.Host.Reports;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Reports;

public sealed class WeeklyRunTests : IAsyncLifetime
{
    private static readonly WeekLabel Week = WeekLabel.Parse("2026-W06");
    private static readonly DateTimeOffset End = DateTimeOffset.Parse("2026-02-06T10:00:00Z", CultureInfo.InvariantCulture);

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentQueue<JsonObject> alerts = new();
    private readonly Queue<int> statuses = new();
    private readonly List<string> said = [];
    private NewsSite site = null!;
    private LoopbackServer hook = null!;

    public async Task InitializeAsync()
    {
        site = await NewsSite.StartAsync(entries: 4);
        hook = (await LoopbackServer.StartAsync()).Map("/secret-path", async context =>
        {
            alerts.Enqueue((await context.Request.ReadFromJsonAsync<JsonObject>())!);
            context.Response.StatusCode = statuses.TryDequeue(out var status) ? status : 204;
        });
        folder.Write("sources.yaml", site.Sources(publishers: 2, extra: "alerts: { webhook: \"${HOOK}\" }\n")
            + "  - name: Gone Gazette\n    url: " + hook.Url("/nothing") + "\n    allow-private: true\n");
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        await hook.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_report_says_what_was_fetched_kept_and_dropped_and_a_published_week_keeps_it()
    {
        await RunAsync(End.AddMinutes(5));
        var written = File.ReadAllText(folder[".pipeline/reports/2026-W06.json"]);
        await RunAsync(End.AddHours(9));

        var report = Report();
        Assert.Equal(written, File.ReadAllText(folder[".pipeline/reports/2026-W06.json"]));
        Assert.Equal(("2026-W06", "published"), (Text(report, "week"), Text(report, "result")));
        Assert.Equal("2026-02-06T10:05:00Z", Text(report, "started"));
        Assert.Equal("3 1", $"{report["fetched"]!["asked"]} {report["fetched"]!["failed"]}");
        Assert.Equal("8 8", $"{report["kept"]!["new"]} {report["kept"]!["articles"]}");
        Assert.Equal("Gone Gazette", report["troubles"]![0]!["where"]!.ToString());
        Assert.True((long)report["fetched"]!["bytes"]! > 1000);
        Assert.Empty(alerts);
        Assert.False(Directory.Exists(folder["digests/reports"]));
    }

    [Fact]
    public async Task A_failed_run_leaves_a_report_and_one_alert_however_often_it_is_tried()
    {
        folder.Write("digests", "a file where a folder should be");

        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(End.AddMinutes(5)));
        await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(End.AddMinutes(35)));

        Assert.Equal("failed", Text(Report(), "result"));
        Assert.NotEmpty(Text(Report(), "error"));
        var alert = Assert.Single(alerts);
        Assert.Equal(("failed", "2026-W06"), (Text(alert, "kind"), Text(alert, "week")));
    }

    [Fact]
    public async Task A_week_that_is_late_is_told_and_then_published()
    {
        await RunAsync(End.AddHours(6));

        Assert.Equal("late", Text(Assert.Single(alerts), "kind"));
        Assert.Equal("published", Text(Report(), "result"));
    }

    [Fact]
    public async Task An_alert_is_tried_three_times_and_then_given_up_without_naming_the_address()
    {
        foreach (var status in new[] { 503, 429, 500 })
            statuses.Enqueue(status);

        await RunAsync(End.AddHours(7));

        Assert.Equal(3, alerts.Count);
        Assert.Equal("no alert could be sent: the webhook answered 500", Assert.Single(said));
        Assert.Empty((JsonArray)Report()["alerts"]!);
    }

    [Fact]
    public async Task What_will_not_pass_is_not_tried_again()
    {
        statuses.Enqueue(403);

        await RunAsync(End.AddHours(7));

        Assert.Single(alerts);
        Assert.Equal("no alert could be sent: the webhook answered 403", Assert.Single(said));
    }

    [Fact]
    public async Task A_webhook_that_nobody_answers_at_costs_no_digest()
    {
        await RunAsync(End.AddHours(7), "http://127.0.0.1:9/secret-path");

        Assert.Equal("published", Text(Report(), "result"));
        Assert.DoesNotContain("secret-path", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", said[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("geheim")]
    [InlineData("file:///geheim")]
    public void A_variable_without_an_address_is_told_by_its_name(string? value)
    {
        var message = Assert.Throws<UsageException>(() => Webhook.For(new Alerts("HOOK", Alerts.DefaultLate), _ => value, TimeProvider.System)).Message;

        Assert.Contains("HOOK", message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_tells_of_the_last_run()
    {
        var environment = new Dictionary<string, string> { ["HOOK"] = hook.Url("/secret-path").AbsoluteUri };
        var run = await Command.RunAsync(folder.Path, ["run", "2026-W06"], environment);
        Assert.True(run.Code == 0, run.Error);

        var text = await Command.RunAsync(folder.Path, ["status"]);
        var json = await Command.RunAsync(folder.Path, ["status", "--json"]);

        Assert.Contains("last run: 2026-W06 published", text.Output, StringComparison.Ordinal);
        Assert.Equal("published", JsonNode.Parse(json.Output)!["lastRun"]!["result"]!.ToString());
        Assert.DoesNotContain("secret-path", run.Output + run.Error + text.Output + json.Output, StringComparison.Ordinal);
    }

    private async Task RunAsync(DateTimeOffset now, string? address = null)
    {
        // A request's time is not over before it was made.
        var clock = new HastyClock(now, soon: TimeSpan.FromSeconds(9));
        await using var desk = await Desk.OpenAsync(new Request { Sources = folder["sources.yaml"] }, new Progress<Progress>(), default, clock);
        using var webhook = Webhook.For(desk.Settings.Alerts, _ => address ?? hook.Url("/secret-path").AbsoluteUri, clock);
        await new WeeklyRun(desk, webhook, said.Add).RunAsync(Week, default);
    }

    private JsonObject Report() => (JsonObject)JsonNode.Parse(File.ReadAllText(folder[".pipeline/reports/2026-W06.json"]))!;

    private static string Text(JsonObject json, string key) => json[key]!.ToString();
}
