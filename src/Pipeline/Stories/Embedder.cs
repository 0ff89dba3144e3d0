using Microsoft.Extensions.AI;
using Pipeline.Model;

namespace Pipeline.Stories;

/// <param name="Generator">Gives all the vectors that it is asked for, or throws <see cref="NoReplyException"/>.</param>
/// <param name="Model">Whose vectors are asked for. Of a week that was published, a rebuild asks for those that it was published with.</param>
public sealed record Embedder(IEmbeddingGenerator<string, Embedding<float>> Generator, string Model)
{
    /// <summary>False for a rebuild: what was decided when the week was published is what it finds.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>What the generator counts.</summary>
    public EmbeddingUse Use { get; init; } = new();
}
