using Microsoft.Extensions.AI;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.LanguageModel;

/// <summary>One OpenAI-compatible endpoint: an answer, or a <see cref="NoReplyException"/> that says why there is none.</summary>
internal sealed class Provider : IDisposable
{
    /// <summary>After so many requests in a row without an answer it is not asked again in this run.</summary>
    private const int MostFailures = 2;

    /// <summary>Of an answer, in bytes: forty times a long one.</summary>
    private const int Largest = 1_000_000;

    private readonly Line _line;
    private readonly IChatClient _client;
    private readonly Budget _budget;
    private readonly ModelUse _use;
    private int _failures;

    /// <param name="transport">What carries requests; not disposed of.</param>
    public Provider(ModelProvider settings, Func<string, string?> variable, HttpMessageHandler transport, Budget budget, ModelUse use, TimeProvider clock)
    {
        (Settings, _budget, _use) = (settings, budget, use);
        _line = new Line(settings.Endpoint, settings.Model, settings.KeyVariable, "chat completion", Largest, variable, transport, clock);
        _client = new OpenAI.Chat.ChatClient(settings.Model, _line.Key, _line.Options).AsIChatClient();
    }

    public ModelProvider Settings { get; }

    public string Name => _line.Name;

    /// <summary>Whether it is still worth asking in this run.</summary>
    public bool IsUp => _failures < MostFailures;

    /// <exception cref="NoReplyException">There is no answer.</exception>
    public async Task<ChatResponse> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        try
        {
            var response = await (_line.NoKey is { } none ? throw none : _line.TwiceAsync(() => OnceAsync(messages, options, cancellation), _budget.Time, cancellation));
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
        _client.Dispose();
        _line.Dispose();
    }

    private Task<ChatResponse> OnceAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancellation)
    {
        var input = TokenEstimate.Of(messages);
        var limited = new ChatOptions { MaxOutputTokens = _budget.LongestAnswer(Settings, input), ResponseFormat = Settings.HasJsonMode ? options?.ResponseFormat : null };
        var (left, timeout) = (_budget.Time.Left(), Settings.Timeout);
        _use.Sent();
        // What was sent may be billed, though nothing came of it.
        return _line.OnceAsync(token => AnsweredAsync(messages, limited, input, token), left < timeout ? left : timeout, () => _budget.Spend(Settings, input, 0), cancellation);
    }

    private async Task<ChatResponse> AnsweredAsync(IReadOnlyList<ChatMessage> messages, ChatOptions limited, long input, CancellationToken cancellation)
    {
        var response = await _client.GetResponseAsync(messages, limited, cancellation);
        var (asked, answered) = Used(response, input);
        _budget.Spend(Settings, asked, answered);
        return Checked(response);
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
}
