using System.Collections.Concurrent;

namespace Pipeline.Fetching;

/// <summary>Lets so many requests at a time through to each registrable domain, and none sooner after another than the pace.</summary>
internal sealed class DomainGate(int width, TimeSpan pace, TimeProvider time)
{
    /// <summary>Feeds link to ever new domains: beyond this many, those that nobody uses are forgotten.</summary>
    private const int Remembered = 4096;

    private readonly ConcurrentDictionary<string, Gate> gates = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IDisposable> EnterAsync(Uri url, CancellationToken cancellation)
    {
        if (gates.Count > Remembered)
            ForgetIdle();
        var gate = gates.GetOrAdd(RegistrableDomain.Of(url), _ => new Gate(width));
        await gate.Turns.WaitAsync(cancellation);
        try
        {
            var wait = gate.Reserve(time.GetTimestamp(), pace, time);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellation);
            return gate;
        }
        catch
        {
            gate.Dispose();
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
    private sealed class Gate(int width) : IDisposable
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

        public void Dispose() => Turns.Release();
    }
}
