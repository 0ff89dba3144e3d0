using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Pipeline.Tests.Support;

/// <summary>A clock that stands, and says when somebody begins to wait by it and for how long.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    /// <summary>By the system's clock: for a test that would else wait for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The next wait that begins; fails where the work ends without one.</summary>
    public async Task<TimeSpan> WaitOfAsync(Task work)
    {
        var wait = waits.Reader.ReadAsync().AsTask();
        Assert.Same(wait, await Task.WhenAny(wait, work).WaitAsync(Patience));
        return await wait;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }
}
