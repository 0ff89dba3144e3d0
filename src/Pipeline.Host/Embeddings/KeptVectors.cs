using Microsoft.Extensions.AI;
using Pipeline.Host.LanguageModel;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Host.Embeddings;

/// <summary>Keeps every vector as soon as it came, so that a rebuild asks nothing and a run that was interrupted pays for nothing twice.</summary>
/// <param name="batch">How many texts one request holds.</param>
/// <param name="keeps">False where nothing is to be written.</param>
internal sealed class KeptVectors(IEmbeddingGenerator<string, Embedding<float>> inner, string model, int batch, IArchive archive, Asking asking, bool keeps, EmbeddingUse use)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <param name="options">Names the model whose vectors are wanted: that of the week's publication may be another one than today's.</param>
    /// <exception cref="NoReplyException">Not every text has one.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var requests = texts.Distinct(StringComparer.Ordinal).ToDictionary(text => text, text => VectorHash.Of(options?.ModelId ?? model, text), StringComparer.Ordinal);
        var vectors = await KeptAsync(requests.Values, cancellationToken);
        var missing = requests.Keys.Where(text => asking == Asking.Everything || !vectors.ContainsKey(requests[text])).ToList();
        use.Took(requests.Count - missing.Count);
        if (asking == Asking.Nothing && missing.Count > 0)
            throw new NoReplyException(NoReply.NotAsked, $"it was never asked for {missing.Count} of the week's {requests.Count} texts, and a rebuild asks nothing; 'pipeline rebuild WEEK --fresh' does");
        try
        {
            foreach (var some in missing.Chunk(batch))
                await AskAsync(some, requests, vectors, cancellationToken);
        }
        catch (NoReplyException none) when (missing.All(text => vectors.ContainsKey(requests[text])))
        {
            // What it said once is better than nothing.
            use.TookOver(new Trouble("the embedding model", "asking again", $"{none.Message}; the earlier vectors stay"));
        }

        return [.. texts.Select(text => new Embedding<float>(vectors[requests[text]]))];
    }

    private async Task AskAsync(string[] texts, Dictionary<string, string> requests, Dictionary<string, float[]> vectors, CancellationToken cancellation)
    {
        var came = await base.GenerateAsync(texts, cancellationToken: cancellation);
        var replies = texts.Zip(came, (text, vector) => new ModelReply(requests[text]) { Text = VectorText.Of(MeaningVector.Of(vector.Vector.Span)!), Model = model }).ToList();
        // Not to be interrupted: it is paid for.
        if (keeps)
            await archive.KeepRepliesAsync(replies, CancellationToken.None);
        foreach (var reply in replies)
            vectors[reply.Request] = VectorText.Read(reply.Text)!;
    }

    /// <summary>By the request; what can't be read is as good as not there.</summary>
    private async Task<Dictionary<string, float[]>> KeptAsync(IReadOnlyCollection<string> requests, CancellationToken cancellation)
    {
        var kept = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var reply in await archive.RepliesAsync(requests, cancellation))
        {
            if (VectorText.Read(reply.Text) is { } vector)
                kept[reply.Request] = vector;
        }

        return kept;
    }
}
