using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using OpenAI;
using Pipeline.Model;

namespace Pipeline.Host.LanguageModel;

/// <summary>The line to one OpenAI-compatible endpoint: who waits for whom, and what its failures mean.</summary>
internal sealed class Line : IDisposable
{
    /// <summary>How long a provider may make us wait before the second and last attempt, and how long we wait where it doesn't say.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20), UsualPause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly Uri _endpoint;
    private readonly string? _keyVariable;
    private readonly string _wanted;
    private readonly int _largest;
    private readonly TimeProvider _clock;

    /// <param name="wanted">What the endpoint is asked for, for people: a chat completion.</param>
    /// <param name="largest">The most bytes that an answer may have.</param>
    /// <param name="transport">What carries requests; not disposed of.</param>
    public Line(Uri endpoint, string model, string? keyVariable, string wanted, int largest, Func<string, string?> variable, HttpMessageHandler transport, TimeProvider clock)
    {
        (_endpoint, _keyVariable, _wanted, _largest, _clock) = (endpoint, keyVariable, wanted, largest, clock);
        Name = $"{model} at {endpoint.IdnHost}";
        var key = keyVariable is null ? null : variable(keyVariable)?.Trim();
        _http = new HttpClient(new Wire(transport, key is not null, largest), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        if (keyVariable is not null && (string.IsNullOrEmpty(key) || !key.All(character => character is > ' ' and <= '~')))
            NoKey = new NoReplyException(NoReply.NoKey, $"the environment variable {keyVariable} holds no key; set it where pipeline runs");
        Key = new ApiKeyCredential(NoKey is null && key is not null ? key : "none");
    }

    /// <summary>Of model and host, for people.</summary>
    public string Name { get; }

    /// <summary>Why nothing can be asked; null where it can.</summary>
    public NoReplyException? NoKey { get; }

    public ApiKeyCredential Key { get; }

    /// <summary>For a client of the OpenAI package, without its own retries: who waits for whom is decided here.</summary>
    public OpenAIClientOptions Options => new()
    {
        Endpoint = _endpoint,
        Transport = new HttpClientPipelineTransport(_http),
        RetryPolicy = new ClientRetryPolicy(0),
        NetworkTimeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>What may pass is tried again once, after the pause that was asked for.</summary>
    public async Task<T> TwiceAsync<T>(Func<Task<T>> onceAsync, TimeLimit limit, CancellationToken cancellation)
    {
        try
        {
            return await onceAsync();
        }
        catch (NoReplyException none) when (none.Failure is NoReply.RateLimited or NoReply.ServerError or NoReply.Unreachable && Pause(none) is var pause && pause <= LongestPause && pause < limit.Left())
        {
            await Task.Delay(pause, _clock, cancellation);
            return await onceAsync();
        }
    }

    /// <param name="left">How long the answer may take.</param>
    /// <param name="broken">Called where nothing came though something was sent.</param>
    /// <exception cref="NoReplyException">There is no answer.</exception>
    public async Task<T> OnceAsync<T>(Func<CancellationToken, Task<T>> askAsync, TimeSpan left, Action broken, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(left, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await askAsync(either.Token);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (ClientResultException refused) when (refused.Status != 0)
        {
            throw Refusal(refused);
        }
        catch (Exception fault) when (fault is not NoReplyException)
        {
            broken();
            throw Broken(fault);
        }
    }

    /// <summary>What came is not what was asked for.</summary>
    public NoReplyException NoAnswer(string how) => new(NoReply.NoAnswer, $"{Name} answered with something that is no {_wanted} ({how})");

    /// <summary>Never with the answer's own words: they may hold the key, or anything.</summary>
    private NoReplyException Refusal(ClientResultException refused) => refused.Status switch
    {
        401 or 403 => new NoReplyException(NoReply.Unauthorised, $"{Name} does not accept the key ({refused.Status}); look at {_keyVariable ?? "'key' in sources.yaml"}"),
        408 => new NoReplyException(NoReply.Timeout, $"{Name} gave up (408)"),
        429 => new NoReplyException(NoReply.RateLimited, $"{Name} is asked too often, or has no more to give (429)", refused),
        >= 500 => new NoReplyException(NoReply.ServerError, $"{Name} has a fault of its own ({refused.Status})", refused),
        >= 300 => new NoReplyException(NoReply.Rejected, $"{Name} does not take the request ({refused.Status}); look at its endpoint and model in sources.yaml"),
        _ => new NoReplyException(NoReply.NoAnswer, $"{Name} answered with something that is no {_wanted}"),
    };

    private NoReplyException Broken(Exception fault)
    {
        if (fault is OperationCanceledException)
            return new NoReplyException(NoReply.Timeout, $"{Name} did not answer in time");
        var http = fault as HttpRequestException ?? fault.InnerException as HttpRequestException;
        var io = fault as IOException ?? fault.InnerException as IOException;
        return http switch
        {
            { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new NoReplyException(NoReply.TooLarge, $"{Name} answered with more than {_largest / 1_000_000} MB"),
            not null => new NoReplyException(NoReply.Unreachable, $"{Name} can't be reached, or broke off ({http.HttpRequestError})", http),
            _ when io is not null => new NoReplyException(NoReply.Unreachable, $"{Name} broke off", io),
            // The client takes an answer apart without checking it, and fails in many ways on what is not the wanted one.
            _ => NoAnswer(fault.GetType().Name),
        };
    }

    /// <summary>Retry-After in seconds (RFC 9110, section 10.2.3); a date, or nothing, means the usual.</summary>
    private static TimeSpan Pause(NoReplyException none) =>
        (none.InnerException as ClientResultException)?.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) == true
        && int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : UsualPause;
}
