using System.Globalization;
using System.Net.Sockets;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Pipeline.Fetching;

/// <summary>The one HTTP client, for feeds and pages: polite to servers, and safe against what feeds link to.</summary>
/// <remarks>Safe for any number of threads. Expected failures are outcomes; only cancellation and bugs are thrown.</remarks>
public sealed class Fetcher : IDisposable
{
    private readonly FetchOptions options;
    private readonly HttpClient guarded;
    private readonly HttpClient open;
    private readonly TimeProvider time;
    private readonly HostGate gate;
    private readonly ResiliencePipeline<FetchOutcome> pipeline;

    /// <param name="transport">
    /// Stands in for the network, and answers for every address: the check of addresses is the socket handler's. It must not
    /// follow redirects itself, and stays the caller's to dispose of.
    /// </param>
    public Fetcher(FetchOptions options, HttpMessageHandler? transport = null, TimeProvider? time = null)
    {
        this.options = options;
        this.time = time ?? TimeProvider.System;
        // Two clients, not one that asks per request: pooled connections would carry the permission over.
        guarded = Client(transport ?? Sockets.Handler(options, allowPrivate: false), transport is null);
        open = Client(transport ?? Sockets.Handler(options, allowPrivate: true), transport is null);
        gate = new HostGate(options.PerHost);
        pipeline = Pipeline();
    }

    public async Task<FetchOutcome> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        // Waiting for one's turn is outside of the timeout: a long queue is no slow server.
        using var turn = await gate.EnterAsync(request.Url.Host, cancellation);
        var exchange = new Exchange(request.AllowPrivate ? open : guarded, options, time);
        try
        {
            return await pipeline.ExecuteAsync(async token => await exchange.RunAsync(request, token), cancellation);
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return new Failed(Reason(failure)!);
        }
    }

    public void Dispose()
    {
        guarded.Dispose();
        open.Dispose();
        gate.Dispose();
    }

    private static HttpClient Client(HttpMessageHandler handler, bool owned) => new(handler, owned)
    {
        Timeout = Timeout.InfiniteTimeSpan, // Polly's is the only one
        DefaultRequestVersion = new Version(2, 0),
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
    };

    private ResiliencePipeline<FetchOutcome> Pipeline()
    {
        var builder = new ResiliencePipelineBuilder<FetchOutcome> { TimeProvider = time };
        builder.AddTimeout(options.Timeout);
        if (options.Retries > 0)
            builder.AddRetry(Retry());
        return builder.Build();
    }

    private RetryStrategyOptions<FetchOutcome> Retry() => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = static attempt => ValueTask.FromResult(IsPassing(attempt.Outcome)),
    };

    /// <summary>Whether it may be otherwise in a second. A server that names a time, or has had too many requests, is left alone.</summary>
    private static bool IsPassing(Outcome<FetchOutcome> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or OperationCanceledException { InnerException: TimeoutException } } =>
            !IsRefusal(outcome.Exception),
        { Result: Failed { RetryAfter: null, Status: 408 or (>= 500 and <= 599) } } => true,
        _ => false,
    };

    private static bool IsRefusal(Exception failure) => failure is AddressRefusedException || failure.InnerException is AddressRefusedException;

    /// <summary>In words for people; null where the exception is no expected failure.</summary>
    private string? Reason(Exception failure) => failure switch
    {
        TimeoutRejectedException => string.Create(CultureInfo.InvariantCulture, $"no whole answer within {options.Timeout.TotalSeconds:0.#} seconds"),
        AddressRefusedException => failure.Message,
        HttpRequestException { InnerException: AddressRefusedException refused } => refused.Message,
        // How SocketsHttpHandler says that ConnectTimeout has passed; a caller's cancellation has no TimeoutException in it.
        OperationCanceledException { InnerException: TimeoutException } => "no connection in time",
        HttpRequestException { InnerException: SocketException socket } => $"no connection: {socket.Message}",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection: the server's certificate or protocol was refused",
        HttpRequestException or IOException => $"the connection failed: {failure.Message}",
        UriFormatException => "the address has an impossible host name",
        InvalidDataException => "the answer's compression is broken",
        _ => null,
    };
}
