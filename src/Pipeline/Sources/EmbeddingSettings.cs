namespace Pipeline.Sources;

/// <summary>The embedding model that helps to find which articles tell of one event, and how far it may go.</summary>
/// <param name="Endpoint">What <c>/embeddings</c> is put behind, such as <c>https://api.example.com/v1</c>.</param>
/// <param name="Model">As the endpoint calls it. The archive keeps vectors under this name: those of two models can't be compared.</param>
public sealed record EmbeddingSettings(Uri Endpoint, string Model)
{
    /// <inheritdoc cref="ModelProvider.KeyVariable"/>
    public string? KeyVariable { get; init; }

    /// <summary>For one request, from the first byte sent to the last one read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many texts one request holds: servers of one's own take no more than 32 unless told to.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>For all requests of one run together: a week whose vectors are not there by then is grouped without.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);
}
