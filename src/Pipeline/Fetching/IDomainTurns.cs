namespace Pipeline.Fetching;

/// <summary>Turns at the domains that several processes share: so many requests to each at a time, and none sooner after another than the pace.</summary>
public interface IDomainTurns
{
    /// <summary>Returns when a request to the domain may begin; its end is told by disposing of the turn.</summary>
    Task<IAsyncDisposable> EnterAsync(string domain, CancellationToken cancellation);
}
