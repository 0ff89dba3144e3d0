using System.Collections.Concurrent;

namespace Pipeline.Fetching;

/// <summary>Lets so many requests at a time through to each host.</summary>
internal sealed class HostGate(int width) : IDisposable
{
    // One semaphore per host for the life of the client: as many as there are publishers.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.OrdinalIgnoreCase);

    public async Task<IDisposable> EnterAsync(string host, CancellationToken cancellation)
    {
        var gate = gates.GetOrAdd(host, _ => new SemaphoreSlim(width, width));
        await gate.WaitAsync(cancellation);
        return new Pass(gate);
    }

    public void Dispose()
    {
        foreach (var gate in gates.Values)
            gate.Dispose();
    }

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
