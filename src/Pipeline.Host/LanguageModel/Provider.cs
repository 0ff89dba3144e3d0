using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.LanguageModel;

/// <summary>One OpenAI-compatible endpoint: an answer, or a <see cref="NoReplyException"/> that says why there is none.</summary>
internal sealed class Provider : IDisposable
{
    /// <summary>How long a provider may make us wait before the second and last attempt, and how long we wait where it doesn't say.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20), UsualPause = TimeSpan.FromSeconds(2);

    /// <summary>After so many requests in a row without an answer it is not asked again in this run.</summary>
    private const int MostFailures = 2;

    private readonly HttpClient _http;
    private readonly IChatClient? _client;
    private readonly NoReplyException? _noKey;
    private readonly Budget _budget;
    private readonly ModelUse _use;
    private readonly TimeProvider _clock;
    private int _failures;

    /// <param name="transport">What carries requests; not disposed of.</param>
    public Provider(ModelProvider settings, Func<string, string?> variable, HttpMessageHandler transport, Budget budget, ModelUse use, TimeProvider clock)
    {
        (Settings, _budget, _use, _clock) = (settings, budget, use, clock);
        var key = settings.KeyVariable is { } name ? variable(name)?.Trim() : null;
        _http = new HttpClient(new Wire(transport, key is not null), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        if (settings.KeyVariable is not null && (string.IsNullOrEmpty(key) || !key.All(character => character is > ' ' and <= '~')))
            _noKey = new NoReplyException(NoReply.NoKey, $"the environment variable {settings.KeyVariable} holds no key; set it where pipeline runs");
        else
            _client = Client(settings, key);
    }

    public ModelProvider Settings { get; }

    public string Name => $"{Settings.Model} at {Settings.Endpoint.IdnHost}";

    /// <summary>Whether it is still worth asking in this run.</summary>
    public bool IsUp => _failures < MostFailures;

    /// <exception cref="NoReplyException">There is no answer.</exception>
    public async Task<ChatResponse> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        try
        {
            var response = await (_noKey is { } none ? throw none : TwiceAsync(messages, options, cancellation));
            _failures = 0;
            return response;
        }
        catch (NoReplyException none)
        {
            _failures += none.Failure is NoReply.NoKey or NoReply.Unauthorised or NoReply.Rejected ? MostFailures : none.Failure == NoReply.Budget ? 0 : 1;
            throw;
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _http.Dispose();
    }

    /// <summary>The client of the OpenAI package, without its own retries: who waits for whom is decided here.</summary>
    private IChatClient Client(ModelProvider settings, string? key) =>
        new OpenAI.Chat.ChatClient(settings.Model, new ApiKeyCredential(key ?? "none"), new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        }).AsIChatClient();

    /// <summary>What may pass is tried again once, after the pause that was asked for.</summary>
    private async Task<ChatResponse> TwiceAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        try
        {
            return await OnceAsync(messages, options, cancellation);
        }
        catch (NoReplyException none) when (none.Failure is NoReply.RateLimited or NoReply.ServerError or NoReply.Unreachable && Pause(none) is var pause && pause <= LongestPause && pause < _budget.TimeLeft())
        {
            await Task.Delay(pause, _clock, cancellation);
            return await OnceAsync(messages, options, cancellation);
        }
    }

    private async Task<ChatResponse> OnceAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        var input = TokenEstimate.Of(messages);
        var limited = new ChatOptions { MaxOutputTokens = _budget.LongestAnswer(Settings, input), ResponseFormat = Settings.HasJsonMode ? options?.ResponseFormat : null };
        var (left, timeout) = (_budget.TimeLeft(), Settings.Timeout);
        using var patience = new CancellationTokenSource(left < timeout ? left : timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        _use.Sent();
        try
        {
            var response = await _client!.GetResponseAsync(messages, limited, either.Token);
            var (asked, answered) = Used(response, input);
            _budget.Spend(Settings, asked, answered);
            return Checked(response);
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
            // What was sent may be billed, though nothing came of it.
            _budget.Spend(Settings, input, 0);
            throw Broken(fault);
        }
    }

    private ChatResponse Checked(ChatResponse response)
    {
        if (response.FinishReason == ChatFinishReason.ContentFilter || response.Messages.SelectMany(message => message.Contents).Any(content => content is ErrorContent))
            throw new NoReplyException(NoReply.Declined, $"{Name} declined to answer");
        return string.IsNullOrWhiteSpace(response.Text) ? throw new NoReplyException(NoReply.Empty, $"{Name} answered without a text") : response;
    }

    /// <summary>Input and output as the provider counts them; as estimated where it says nothing, or what can't be.</summary>
    private static (long Input, long Output) Used(ChatResponse response, long input) => (
        response.Usage?.InputTokenCount is > 0 and var asked ? asked : input,
        response.Usage?.OutputTokenCount is > 0 and var answered ? answered : TokenEstimate.Of(response.Text));

    /// <summary>Never with the answer's own words: they may hold the key, or anything.</summary>
    private NoReplyException Refusal(ClientResultException refused) => refused.Status switch
    {
        401 or 403 => new NoReplyException(NoReply.Unauthorised, $"{Name} does not accept the key ({refused.Status}); look at {Settings.KeyVariable ?? "'key' in sources.yaml"}"),
        408 => new NoReplyException(NoReply.Timeout, $"{Name} gave up (408)"),
        429 => new NoReplyException(NoReply.RateLimited, $"{Name} is asked too often, or has no more to give (429)", refused),
        >= 500 => new NoReplyException(NoReply.ServerError, $"{Name} has a fault of its own ({refused.Status})", refused),
        >= 300 => new NoReplyException(NoReply.Rejected, $"{Name} does not take the request ({refused.Status}); look at its endpoint and model in sources.yaml"),
        _ => new NoReplyException(NoReply.NoAnswer, $"{Name} answered with something that is no chat completion"),
    };

    private NoReplyException Broken(Exception fault)
    {
        if (fault is OperationCanceledException)
            return new NoReplyException(NoReply.Timeout, $"{Name} did not answer in time");
        var http = fault as HttpRequestException ?? fault.InnerException as HttpRequestException;
        var io = fault as IOException ?? fault.InnerException as IOException;
        return http switch
        {
            { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new NoReplyException(NoReply.TooLarge, $"{Name} answered with more than {Wire.Largest / 1_000_000} MB"),
            not null => new NoReplyException(NoReply.Unreachable, $"{Name} can't be reached, or broke off ({http.HttpRequestError})", http),
            _ when io is not null => new NoReplyException(NoReply.Unreachable, $"{Name} broke off", io),
            // The client takes an answer apart without checking it, and fails in many ways on what is no chat completion.
            _ => new NoReplyException(NoReply.NoAnswer, $"{Name} answered with something that is no chat completion ({fault.GetType().Name})"),
        };
    }

    /// <summary>Retry-After in seconds (RFC 9110, section 10.2.3); a date, or nothing, means the usual.</summary>
    private static TimeSpan Pause(NoReplyException none) =>
        (none.InnerException as ClientResultException)?.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) == true
        && int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : UsualPause;
}
