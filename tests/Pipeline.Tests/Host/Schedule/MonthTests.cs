using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Host;
using Pipeline.Host.Commands;
using Pipeline.Model;
using Pipeline.Tests.Support;
using Xunit.Abstractions;

namespace Pipeline.Tests.Host.Schedule;

/// <summary>
/// Four weeks through the real scheduler on a clock of the test's own, with feeds that appear, break, move and return, and one
/// restart. PIPELINE_MONTH says how many feeds: few here, collected every six hours; 200 by hand (.ci/long), every three.
/// </summary>
public sealed class MonthTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Weeks = 4;

    /// <summary>The end of 2026-W05.</summary>
    private static readonly DateTimeOffset Start = new(2026, 1, 30, 10, 0, 0, TimeSpan.Zero);

    private static readonly int Feeds = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_MONTH") ?? "20", CultureInfo.InvariantCulture);
    private static readonly bool IsLong = Feeds >= 100;
    private static readonly TimeSpan Step = TimeSpan.FromHours(IsLong ? 3 : 6);

    /// <summary>A step that does not come at all waits for the clock, to try again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(Start.AddMinutes(10));
    private readonly List<long> memory = [];
    private readonly SemaphoreSlim stepped = new(0);
    private MonthSite site = null!;
    private volatile Progress latest = new("collect", 0, 0, "");
    private int collections;

    public async Task InitializeAsync() => site = await MonthSite.StartAsync(clock, Start);

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        stepped.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Four_digests_come_of_it_and_each_holds_what_is_due_to_it()
    {
        var watch = Stopwatch.StartNew();
        await ServeAsync(feed => MonthSite.FateOf(feed) != Fate.Late, from: Start, to: site.Birth.AddMinutes(-30));
        await ServeAsync(_ => true, from: site.Birth.AddMinutes(-30), to: Start.AddDays(7 * Weeks));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Feeds} feeds, {collections} collections, {site.Requests} requests in {watch.Elapsed.TotalMinutes:0.0} min; managed memory after each week, MB: {string.Join(", ", memory.Select(bytes => $"{bytes / 1e6:0.0}"))}; working set {Environment.WorkingSet / 1e6:0} MB"));

        for (var week = 0; week < Weeks; week++)
            AssertHoldsWhatIsDue(week);
        await AssertIsRememberedAsync();
        var check = await Command.RunAsync(folder.Path, ["check"]);
        Assert.True(check.Code == 0, check.Output + check.Error);
        Assert.Contains($"{Weeks} weeks checked in {folder["digests"]}, {Weeks} of them against the archive too", check.Output, StringComparison.Ordinal);
        if (IsLong)
            Assert.InRange(memory[^1], 0, memory[0] * 5 / 4);
    }

    private void AssertHoldsWhatIsDue(int week)
    {
        var label = Label(week);
        var items = JsonNode.Parse(File.ReadAllText(folder[$"digests/data/{label}.json"]))!["items"]!.AsArray().Select(item => item!["url"]!.ToString()).ToList();
        var due = Enumerable.Range(0, Feeds).SelectMany(feed => site.Entries(feed, End(week).AddTicks(-1)))
            .Where(entry => entry.Published >= End(week - 1) && IsSeenBy(End(week), entry)).Select(entry => entry.Url).ToList();
        output.WriteLine($"{label}: {items.Count} items");
        Assert.Equal(due.Order(StringComparer.Ordinal), items.Order(StringComparer.Ordinal));
    }

    private async Task AssertIsRememberedAsync()
    {
        await using var desk = await OpenAsync();
        var publications = (await desk.Archive.PublicationsAsync(default)).Reverse().ToList();
        Assert.Equal(Enumerable.Range(0, Weeks).Select(Label), publications.Where(publication => publication.Finished).Select(publication => publication.Week.ToString()));
        Assert.Equal(Enumerable.Range(0, Weeks).Select(Failing), publications.Select(publication => string.Join(", ", publication.Coverage.Failed)));
        var kept = Enumerable.Range(0, Feeds).Sum(feed => site.Entries(feed, clock.GetUtcNow()).Count(entry => IsSeenBy(clock.GetUtcNow(), entry)));
        Assert.Equal(kept, (await desk.Archive.CountsAsync(default)).Entries);
        var visits = await desk.Archive.VisitsAsync(default);
        foreach (var feed in Enumerable.Range(0, Feeds))
            AssertVisit(feed, visits[site.Url(MonthSite.Path(feed))]);
    }

    private void AssertVisit(int feed, Visit visit)
    {
        var fate = MonthSite.FateOf(feed);
        Assert.Equal(fate is Fate.Breaks or Fate.Gone, visit.Trouble is not null);
        Assert.Equal(fate == Fate.Gone, visit.Gone is not null);
        Assert.Equal(fate == Fate.Moves ? site.Url(MonthSite.NewPath(feed)) : null, visit.MovedTo);
        // The third redirect is believed, the first 410 at once: both are asked no more.
        if (fate is Fate.Moves)
            Assert.InRange(site.Asked[MonthSite.Path(feed)], site.Move.Moves + (2 * Step), site.Move.Moves + (3 * Step));
        if (fate is Fate.Gone)
            Assert.InRange(site.Asked[MonthSite.Path(feed)], site.Broken(feed)!.Value.From, site.Broken(feed)!.Value.From + Step);
    }

    /// <summary>Whether a collection came while its feed showed it: after a break that is so within a day, and entries of the break are shown still.</summary>
    private bool IsSeenBy(DateTimeOffset instant, MonthEntry entry)
    {
        var seen = Collection(entry.Published);
        if (site.Broken(entry.Feed) is { } broken && seen >= broken.From && seen < broken.To)
            seen = broken.To == DateTimeOffset.MaxValue ? broken.To : broken.To.AddDays(1);
        return seen <= instant;
    }

    /// <summary>The first one from an instant on.</summary>
    private static DateTimeOffset Collection(DateTimeOffset from) => Start + (Step * Math.Ceiling((from - Start) / Step));

    private static DateTimeOffset End(int week) => Start.AddDays(7 * (week + 1));

    private static string Label(int week) => WeekRule.Default.Containing(End(week).AddTicks(-1)).Label.ToString();

    private string Failing(int week) => string.Join(", ", Enumerable.Range(0, Feeds)
        .Where(feed => site.Broken(feed) is { } broken && broken.From <= End(week) && broken.To > End(week))
        .Select(MonthSite.Name).Order(StringComparer.Ordinal));

    /// <summary>Goes from one collection to the next, and over each week's end.</summary>
    private async Task ServeAsync(Func<int, bool> isListed, DateTimeOffset from, DateTimeOffset to)
    {
        WriteSources(isListed);
        await using var desk = await OpenAsync();
        await using var host = ServeCommand.Build(desk, "http://127.0.0.1:0", clock);
        await host.StartAsync();
        // At its first start it looks after the week that has just closed, of which nothing is there.
        await GoToAsync(clock.GetUtcNow(), () => collections > 0);
        for (var next = from + Step; next <= to; next += Step)
        {
            var before = collections;
            await GoToAsync(next, () => collections > before);
            if ((next - Start).TotalDays % 7 == 0)
                await PublishAsync(desk, next);
        }

        await host.StopAsync();
    }

    private async Task PublishAsync(Desk desk, DateTimeOffset end)
    {
        var week = WeekRule.Default.Containing(end.AddTicks(-1)).Label;
        await GoToAsync(end.AddMinutes(5), () => desk.Archive.PublicationAsync(week, default).GetAwaiter().GetResult() is { Finished: true });
        memory.Add(GC.GetTotalMemory(forceFullCollection: true));
    }

    /// <remarks>
    /// A second past the instant, and then the clock stands: nothing times out on a busy machine. It goes on a little where
    /// nothing begins, since the scheduler may have looked at it just before it was set.
    /// </remarks>
    private async Task GoToAsync(DateTimeOffset instant, Func<bool> happened)
    {
        if (clock.GetUtcNow() < instant.AddSeconds(1))
            clock.SetUtcNow(instant.AddSeconds(1));
        var before = latest;
        var deadline = Stopwatch.StartNew();
        for (var idle = 1; !happened(); idle++)
        {
            Assert.True(deadline.Elapsed < TimeSpan.FromMinutes(10), $"nothing happened at {instant}");
            var isCollecting = latest is { Stage: "collect" } under && under.Done < under.Total;
            if (isCollecting ? !await stepped.WaitAsync(Patience) : ReferenceEquals(latest, before) && idle % 200 == 0)
                clock.Advance(TimeSpan.FromSeconds(1));
            if (!isCollecting)
                await Task.Run(() => Thread.SpinWait(20_000));
        }
    }

    private Task<Desk> OpenAsync() => Desk.OpenAsync(new Request { Sources = folder["sources.yaml"] }, new Steps(Note), default, clock);

    private void Note(Progress progress)
    {
        latest = progress;
        if (progress is { Stage: "collect" } && progress.Done == progress.Total)
            Interlocked.Increment(ref collections);
        stepped.Release();
    }

    private void WriteSources(Func<int, bool> isListed) => folder.Write("sources.yaml",
        $$"""
        site: { language: en, title: Weekly }
        week: { ends: friday 18:00, zone: Asia/Shanghai }
        schedule: { collect: "0 0 0/{{Step.Hours}} * * ?", publish: "0 5 18 ? * FRI" }
        fetch: { pace: 0s, timeout: 2m }
        sources:

        """ + string.Concat(Enumerable.Range(0, Feeds).Where(isListed).Select(feed =>
            $"  - {{ name: {MonthSite.Name(feed)}, url: \"{site.Url(MonthSite.Path(feed))}\", pages: false, allow-private: true, language: en }}\n")));

    /// <summary>Told at once, and not by another thread some time later.</summary>
    private sealed class Steps(Action<Progress> note) : IProgress<Progress>
    {
        public void Report(Progress value) => note(value);
    }
}
