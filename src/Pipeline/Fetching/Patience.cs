using System.Globalization;
using System.Net.Sockets;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Pipeline.Fetching;

/// <summary>How long an answer is waited for, what is tried again, and what a failure is called.</summary>
internal sealed class Patience
{
    private static readonly ResiliencePropertyKey<TimeSpan> Left = new("left");

    private readonly FetchOptions options;
    private readonly ResiliencePipeline<Hop> pipeline;

    public Patience(FetchOptions options, TimeProvider time)
    {
        this.options = options;
        var builder = new ResiliencePipelineBuilder<Hop> { TimeProvider = time };
        builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static attempt => ValueTask.FromResult(attempt.Context.Properties.GetValue(Left, default)) });
        if (options.Retries > 0)
            builder.AddRetry(Retry(options));
        pipeline = builder.Build();
    }

    /// <param name="left">What is left of the whole request's time.</param>
    public async Task<Hop> RunAsync(Func<CancellationToken, Task<Hop>> exchange, TimeSpan left, CancellationToken cancellation)
    {
        if (left <= TimeSpan.Zero)
            return new Hop(TooLong);
        var context = ResilienceContextPool.Shared.Get(cancellation);
        // Polly takes nothing under 10 ms for a timeout.
        context.Properties.Set(Left, left < Least ? Least : left);
        try
        {
            return await pipeline.ExecuteAsync(static async (context, exchange) => await exchange(context.CancellationToken), context, exchange);
        }
        catch (Exception failure) when (Reason(failure) is not null)
        {
            return new Hop(new Failed(Reason(failure)!) { MayPass = !IsFinal(failure) });
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static TimeSpan Least => TimeSpan.FromMilliseconds(10);

    private Failed TooLong => new(string.Create(CultureInfo.InvariantCulture, $"no whole answer within {options.Timeout.TotalSeconds:0.#} seconds")) { MayPass = true };

    private static RetryStrategyOptions<Hop> Retry(FetchOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = static attempt => ValueTask.FromResult(IsPassing(attempt.Outcome)),
    };

    /// <summary>Whether it may be otherwise in a second. A server that names a time, or has had too many requests, is left alone.</summary>
    private static bool IsPassing(Outcome<Hop> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or OperationCanceledException { InnerException: TimeoutException } } => !IsFinal(outcome.Exception),
        { Result.Outcome: Failed { RetryAfter: null, Status: 408 or (>= 500 and <= 599) } } => true,
        _ => false,
    };

    /// <summary>What the next attempt would find the same: our own refusal, or an answer past our limits.</summary>
    private static bool IsFinal(Exception failure) => failure
        is AddressRefusedException or { InnerException: AddressRefusedException } or UriFormatException or InvalidDataException
        or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

    /// <summary>In words for people; null where the exception is no expected failure.</summary>
    private string? Reason(Exception failure) => failure switch
    {
        TimeoutRejectedException => TooLong.Why,
        AddressRefusedException => failure.Message,
        HttpRequestException { InnerException: AddressRefusedException refused } => refused.Message,
        // How SocketsHttpHandler says that ConnectTimeout has passed; a caller's cancellation has no TimeoutException in it.
        OperationCanceledException { InnerException: TimeoutException } => "no connection in time",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            string.Create(CultureInfo.InvariantCulture, $"the answer's headers are larger than {options.LargestHeaders} KB"),
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } } => "no such host",
        HttpRequestException { InnerException: SocketException socket } => $"no connection: {socket.Message}",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection: the server's certificate or protocol was refused",
        HttpRequestException or IOException => $"the connection failed: {failure.Message}",
        UriFormatException => "the address has an impossible host name",
        InvalidDataException => "the answer's compression is broken",
        _ => null,
    };
}
