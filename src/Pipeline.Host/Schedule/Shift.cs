using Microsoft.Extensions.Logging;
using Pipeline.Host.Reports;
using Pipeline.Model;

namespace Pipeline.Host.Schedule;

/// <summary>What the scheduled jobs do: one at a time in this process, and never beside another process's run.</summary>
internal sealed class Shift(Desk desk, ILogger<Shift> log) : IDisposable
{
    /// <summary>An editor's rebuild takes seconds; a collection by hand minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);

    public Task CollectAsync(CancellationToken cancellation) => AloneAsync("pipeline serve: collect", CollectDueAsync, cancellation);

    /// <summary>Collects a shard beside the other nodes, which collect others.</summary>
    public async Task CollectShardAsync(int shard, CancellationToken cancellation)
    {
        await using var hold = await WhenFreeAsync(() => desk.Nodes!.TryShardAsync(shard, cancellation), cancellation);
        if (hold is null)
            log.LogInformation("shard {Shard} is held by another node", shard);
        else
            Log(await desk.Newsroom.CollectShardAsync(shard, cancellation));
    }

    /// <summary>Publishes every closed week that is not, in order: safe to run any number of times. A week that fails holds up those after it, which tell on from it.</summary>
    public Task PublishAsync(CancellationToken cancellation) => AloneAsync("pipeline serve: publish", PublishMissedAsync, cancellation);

    public void Dispose() => _gate.Dispose();

    private async Task CollectDueAsync(CancellationToken cancellation)
    {
        Log(await desk.Newsroom.CollectAsync(only: null, cancellation));
    }

    private async Task PublishMissedAsync(CancellationToken cancellation)
    {
        using var webhook = Webhook.For(desk.Settings.Alerts, Environment.GetEnvironmentVariable, desk.Clock);
        foreach (var week in await MissedAsync(cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            var (collected, report, use) = await new WeeklyRun(desk, webhook, said => log.LogError("{What}", said)).RunAsync(week, cancellation);
            Log(collected);
            foreach (var trouble in RunTroubles.OfPublishing(report, use))
                log.LogWarning("{Where}: {What}: {Why}", trouble.Where, trouble.What, trouble.Why);
            log.LogInformation("{Week}: {Result}, {Files} files changed", week, report.Result, report.Changed.Count);
            if (report.Result == PublishResult.Refused)
                log.LogError("{Week}: edited by hand and so not overwritten: {Files}; 'pipeline rebuild {Week} --diff' shows what", week, string.Join(", ", report.EditedByHand), week);
        }
    }

    private async Task<IReadOnlyList<WeekLabel>> MissedAsync(CancellationToken cancellation)
    {
        var publications = await desk.Archive.PublicationsAsync(cancellation);
        return MissedWeeks.Find(desk.Settings.Week, publications, await desk.Archive.BeganAsync(cancellation), desk.Clock.GetUtcNow());
    }

    private void Log(CollectReport report)
    {
        foreach (var trouble in report.Troubles)
            log.LogWarning("{Where}: {What}: {Why}", trouble.Where, trouble.What, trouble.Why);
        if (report.Asked > 0)
            log.LogInformation("{Asked} of {Configured} sources asked, {New} new articles, {Revised} revised", report.Asked, report.Configured, report.New, report.Revised);
    }

    private async Task AloneAsync(string purpose, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await using var hold = desk.Nodes is { } nodes
                ? await nodes.LockAsync(purpose, cancellation)
                : await WhenFreeAsync(() => desk.Archive.LockAsync(purpose, cancellation), cancellation);
            await work(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<T> WhenFreeAsync<T>(Func<Task<T>> takeAsync, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await takeAsync();
            }
            catch (ArchiveBusyException busy)
            {
                log.LogInformation("waiting: {Why}", busy.Message);
                await Task.Delay(Patience, desk.Clock, cancellation);
            }
        }
    }
}
