using System.Globalization;

namespace Pipeline.Fetching;

/// <summary>The one HTTP client, for feeds and pages: polite to servers, and safe against what feeds link to.</summary>
/// <remarks>Safe for any number of threads. Expected failures are outcomes; only cancellation and bugs are thrown.</remarks>
public sealed class Fetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly HttpClient guarded;
    private readonly HttpClient open;
    private readonly TimeProvider time;
    private readonly DomainGate gate;
    private readonly Patience patience;

    /// <param name="transport">
    /// Stands in for the network, and answers for every address: the check of addresses is the socket handler's. It must not
    /// follow redirects or unpack answers itself, and stays the caller's to dispose of.
    /// </param>
    /// <param name="turns">What paces this process together with others; null where it is alone.</param>
    public Fetcher(FetchOptions options, HttpMessageHandler? transport = null, TimeProvider? time = null, IDomainTurns? turns = null)
    {
        this.options = options;
        this.time = time ?? TimeProvider.System;
        // Two clients, not one that asks per request: pooled connections would carry the permission over.
        guarded = Client(transport ?? Sockets.Handler(options, allowPrivate: false), transport is null);
        open = Client(transport ?? Sockets.Handler(options, allowPrivate: true), transport is null);
        gate = new DomainGate(options.PerDomain, options.Pace, this.time, turns);
        patience = new Patience(options, this.time);
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        var (url, left) = (request.Url, options.Timeout);
        Uri? moved = null;
        for (var (hop, isPermanent) = (0, true); hop <= options.Redirects; hop++)
        {
            var (answer, spent) = await HopAsync(request, url, left, cancellation);
            if (answer.Next is not { } next)
                return answer.Outcome! with { MovedTo = moved };
            if (request.Follow is { } follow && !Exchange.IsSameOrigin(url, next) && await follow(next, cancellation) is { } refusal)
                return refusal;
            isPermanent &= answer.IsPermanent;
            moved = isPermanent ? next : moved;
            (url, left) = (next, left - spent);
        }
        return new Failed(string.Create(CultureInfo.InvariantCulture, $"more than {options.Redirects} redirects"));
    }

    /// <summary>Waiting for one's turn is outside of the timeout: a long queue is no slow server.</summary>
    private async Task<(Hop Answer, TimeSpan Spent)> HopAsync(FetchRequest request, Uri url, TimeSpan left, CancellationToken cancellation)
    {
        await using var turn = await gate.EnterAsync(url, cancellation);
        var began = time.GetTimestamp();
        var exchange = new Exchange(request.AllowPrivate ? open : guarded, options, time);
        var answer = await patience.RunAsync(token => exchange.RunAsync(request, url, token), left, cancellation);
        return (answer, time.GetElapsedTime(began));
    }

    public void Dispose()
    {
        guarded.Dispose();
        open.Dispose();
    }

    private static HttpClient Client(HttpMessageHandler handler, bool owned) => new(handler, owned)
    {
        Timeout = Timeout.InfiniteTimeSpan, // Polly's is the only one
        DefaultRequestVersion = new Version(2, 0),
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };
}
