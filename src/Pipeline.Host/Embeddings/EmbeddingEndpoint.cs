using Microsoft.Extensions.AI;
using Pipeline.Host.LanguageModel;
using Pipeline.Linguistics;
using Pipeline.Model;
using Pipeline.Sources;
using Answer = OpenAI.Embeddings.OpenAIEmbeddingCollection;
using Client = OpenAI.Embeddings.EmbeddingClient;

namespace Pipeline.Host.Embeddings;

/// <summary>One OpenAI-compatible endpoint: a sound vector for each text of one request, or a <see cref="NoReplyException"/> that says why there are none.</summary>
/// <remarks>Not over the package's own generator: it takes vectors in the order in which they came, and not by the number that each of them names.</remarks>
internal sealed class EmbeddingEndpoint : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>Of a vector, as JSON, in bytes: 4,096 numbers of some twenty characters.</summary>
    private const int LargestVector = 100_000;

    /// <summary>As many numbers no model has; their products would overflow.</summary>
    private const int MostNumbers = 65_536;

    private readonly Line _line;
    private readonly Client _client;
    private readonly TimeLimit _limit;
    private readonly EmbeddingSettings _settings;
    private readonly EmbeddingUse _use;

    /// <param name="transport">What carries requests; not disposed of.</param>
    public EmbeddingEndpoint(EmbeddingSettings settings, Func<string, string?> variable, HttpMessageHandler transport, EmbeddingUse use, TimeProvider clock)
    {
        (_settings, _use, _limit) = (settings, use, new TimeLimit(settings.TimeLimit, "embedding model's", clock));
        _line = new Line(settings.Endpoint, settings.Model, settings.KeyVariable, "list of embeddings", LargestVector * (settings.Batch + 1), variable, transport, clock);
        _client = new Client(settings.Model, _line.Key, _line.Options);
    }

    /// <exception cref="NoReplyException">There are no vectors.</exception>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        return _line.NoKey is { } none ? Task.FromException<GeneratedEmbeddings<Embedding<float>>>(none) : _line.TwiceAsync(() => OnceAsync(texts, cancellationToken), _limit, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => _line.Dispose();

    private Task<GeneratedEmbeddings<Embedding<float>>> OnceAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var (left, timeout) = (_limit.Left(), _settings.Timeout);
        _use.Sent();
        return _line.OnceAsync(token => AnsweredAsync(texts, token), left < timeout ? left : timeout, () => { }, cancellation);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> AnsweredAsync(IReadOnlyList<string> texts, CancellationToken cancellation)
    {
        var answer = (await _client.GenerateEmbeddingsAsync(texts, options: null, cancellation)).Value;
        var tokens = Math.Max(0, answer.Usage?.InputTokenCount ?? 0);
        Telemetry.Spent(_settings.Model, tokens, 0);
        var vectors = InOrder(answer).Select(one => one.ToFloats()).ToList();
        if (vectors.Count != texts.Count)
            throw _line.NoAnswer($"{vectors.Count} vectors for {texts.Count} texts");
        if (vectors.Any(vector => vector.Length != vectors[0].Length || vector.Length > MostNumbers))
            throw _line.NoAnswer("vectors of several lengths, or longer than any");
        if (vectors.Any(vector => MeaningVector.Of(vector.Span) is null))
            throw _line.NoAnswer("a vector of nothing, or of what is no number");
        _use.Got(vectors.Count, tokens);
        return [.. vectors.Select(vector => new Embedding<float>(vector))];
    }

    /// <summary>By the numbers that they name, where these are those of the texts; some servers name none.</summary>
    private static IEnumerable<OpenAI.Embeddings.OpenAIEmbedding> InOrder(Answer answer) =>
        answer.Select(one => one.Index).Order().SequenceEqual(Enumerable.Range(0, answer.Count)) ? answer.OrderBy(one => one.Index) : answer;
}
