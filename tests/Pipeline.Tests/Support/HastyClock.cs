namespace Pipeline.Tests.Support;

/// <summary>A clock on which everything that would take half a minute or less has happened already; longer waits take their time.</summary>
/// <param name="now">Where it stands; it goes with the system's where null.</param>
/// <param name="soon">What has happened already, where half a minute would be too much.</param>
internal sealed class HastyClock(DateTimeOffset? now = null, TimeSpan? soon = null) : TimeProvider
{
    private readonly TimeSpan soon = soon ?? TimeSpan.FromSeconds(30);

    public override DateTimeOffset GetUtcNow() => now ?? base.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime >= TimeSpan.Zero && dueTime <= soon ? TimeSpan.Zero : dueTime, period);
}
