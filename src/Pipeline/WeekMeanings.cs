using Microsoft.Extensions.AI;
using Pipeline.Model;
using Pipeline.Stories;

namespace Pipeline;

/// <summary>What an embedding model makes of a week. Half of it would join articles by what they happen to be told by, so it is all or none.</summary>
/// <param name="Meanings">Null where stories are found by their words alone.</param>
/// <param name="Found">What the archive is to remember of it.</param>
/// <param name="Work">Null where no model is wanted.</param>
internal sealed record WeekMeanings(Meanings? Meanings, Embedded? Found, EmbeddingWork? Work)
{
    private const string NotAsked = "it was never asked about this week, and a rebuild asks nothing; 'pipeline rebuild WEEK --fresh' does";

    /// <param name="embedder">Null where no model is wanted.</param>
    /// <param name="earlier">How it was when the week was published; null where it was not, or none was wanted.</param>
    public static async Task<WeekMeanings> OfAsync(WeekLabel week, IReadOnlyList<Article> articles, Embedder? embedder, Embedded? earlier, CancellationToken cancellation)
    {
        if (embedder is null)
            return new WeekMeanings(null, earlier, null);
        var model = embedder.Decides ? embedder.Model : earlier?.Model;
        try
        {
            if (model is null)
                throw new NoReplyException(earlier?.Failure ?? NoReply.NotAsked, earlier is null ? NotAsked : $"it had none when it was published ({earlier.Failure}); 'pipeline rebuild WEEK --fresh' asks again");
            var meanings = await AskAsync(Meanings.Texts(articles), embedder.Generator, model, cancellation);
            return new WeekMeanings(meanings, embedder.Decides ? new Embedded(model, null) : earlier, new EmbeddingWork(model, null, embedder.Use, embedder.Use.Takeovers));
        }
        catch (NoReplyException none)
        {
            var trouble = new Trouble(week.ToString(), "asking the embedding model", $"{none.Message}; the week's stories are found by their words alone");
            return new WeekMeanings(null, embedder.Decides ? new Embedded(null, none.Failure) : earlier, new EmbeddingWork(null, none.Failure, embedder.Use, [.. embedder.Use.Takeovers, trouble]));
        }
    }

    private static async Task<Meanings> AskAsync(IReadOnlyList<string> texts, IEmbeddingGenerator<string, Embedding<float>> generator, string model, CancellationToken cancellation)
    {
        var vectors = await generator.GenerateAsync(texts, new EmbeddingGenerationOptions { ModelId = model }, cancellation);
        return Meanings.Of(texts, [.. vectors.Select(vector => vector.Vector)])
            ?? throw new NoReplyException(NoReply.NoAnswer, $"the vectors of {model} are not all of one length; another model may stand behind its name now, and 'pipeline rebuild WEEK --fresh' asks it for all of them");
    }
}
