using System.Collections.Concurrent;

namespace Pipeline.Fetching;

/// <summary>Lets so many requests at a time through to each registrable domain, and none sooner after another than the pace.</summary>
/// <param name="shared">The turns that other processes take as well; null where there are none.</param>
internal sealed class DomainGate(int width, TimeSpan pace, TimeProvider time, IDomainTurns? shared = null)
{
    /// <summary>Feeds link to ever new domains: beyond this many, those that nobody uses are forgotten.</summary>
    private const int Remembered = 4096;

    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IAsyncDisposable> EnterAsync(Uri url, CancellationToken cancellation)
    {
        if (gates.Count > Remembered)
            ForgetIdle();
        var domain = RegistrableDomain.Of(url);
        var gate = gates.GetOrAdd(domain, _ => new Gate(width));
        await gate.Turns.WaitAsync(cancellation);
        try
        {
            var wait = gate.Reserve(time.GetTimestamp(), pace, time);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
            return shared is null ? new Turn(gate, null) : new Turn(gate, await shared.EnterAsync(domain, cancellation));
        }
        catch
        {
            gate.Turns.Release();
            throw;
        }
    }

    /// <summary>Who takes hold of one in this very moment asks once unpaced; that is all.</summary>
    private void ForgetIdle()
    {
        foreach (var (domain, _) in gates.Where(gate => gate.Value.Turns.CurrentCount == width))
            gates.TryRemove(domain, out _);
    }

    /// <summary>Disposed of by who has passed, at the end of the request.</summary>
    private sealed class Turn(Gate gate, IAsyncDisposable? shared) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await (shared?.DisposeAsync() ?? ValueTask.CompletedTask);
            }
            finally
            {
                gate.Turns.Release();
            }
        }
    }

    private sealed class Gate(int width)
    {
        private readonly Lock mutex = new();
        private long? next;

        /// <remarks>Never disposed of: it has no handle unless somebody asks for one.</remarks>
        public SemaphoreSlim Turns { get; } = new(width, width);

        /// <summary>How long to wait for the next free start, which is then taken.</summary>
        public TimeSpan Reserve(long now, TimeSpan pace, TimeProvider time)
        {
            lock (mutex)
            {
                var start = Math.Max(next ?? now, now);
                next = start + (long)(pace.TotalSeconds * time.TimestampFrequency);
                return time.GetElapsedTime(now, start);
            }
        }
    }
}
