using Microsoft.Extensions.AI;
using Pipeline.Model;

namespace Pipeline.Host.LanguageModel;

/// <summary>Several providers as one: the next takes over where one has no answer.</summary>
internal sealed class ProviderChain(IReadOnlyList<Provider> providers, ModelUse use) : IChatClient
{
    private NoReplyException? _last;

    /// <exception cref="NoReplyException">None of them has one; with the last one's reason.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var failures = new List<Trouble>();
        foreach (var provider in providers.Where(provider => provider.IsUp))
        {
            try
            {
                var response = await provider.AskAsync(asked, options, cancellationToken);
                response.ModelId = provider.Settings.Model;
                use.TookOver(failures);
                return response;
            }
            catch (NoReplyException none)
            {
                _last = none;
                failures.Add(new Trouble(provider.Name, "asking the language model", none.Message));
            }
        }

        if (failures.Count == 0 && _last is { } before)
            throw new NoReplyException(before.Failure, $"no provider is asked any more: {before.Message}", before);
        throw failures.Count == 1 ? _last! : new NoReplyException(_last!.Failure, string.Join("; ", failures.Select(failure => failure.Why)), _last);
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("A part of a digest is of no use before it is whole.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        foreach (var provider in providers)
            provider.Dispose();
    }
}
