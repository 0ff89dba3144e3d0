namespace Pipeline.Tests.Support;

/// <summary>A clock on which everything that would take half a minute or less has happened already; longer waits take their time.</summary>
internal sealed class HastyClock : TimeProvider
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime >= TimeSpan.Zero && dueTime <= Soon ? TimeSpan.Zero : dueTime, period);
}
