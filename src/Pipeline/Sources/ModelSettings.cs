namespace Pipeline.Sources;

/// <summary>The language models that write the digest, and how far they may go.</summary>
/// <param name="Providers">In the order in which they are asked: the next takes over where one fails. Never empty.</param>
public sealed record ModelSettings(IReadOnlyList<ModelProvider> Providers)
{
    /// <summary>Input and output of one run together. A full week of eight themes takes some eighty thousand.</summary>
    public long Tokens { get; init; } = 300_000;

    /// <summary>What one run may cost at the providers' prices, in their currency; null for no limit but the tokens.</summary>
    public decimal? Money { get; init; }

    /// <summary>For the whole of one run: what is not written by then, the extractive analyst writes. Large models think for minutes.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>An OpenAI-compatible endpoint.</summary>
/// <param name="Endpoint">What <c>/chat/completions</c> is put behind, such as <c>https://api.example.com/v1</c>.</param>
/// <param name="Model">As the endpoint calls it.</param>
public sealed record ModelProvider(Uri Endpoint, string Model)
{
    /// <summary>The environment variable that holds the key: the key itself stands in no file. Null where the endpoint wants none.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Per million tokens; null where nothing is known, and nothing for a model of one's own.</summary>
    public decimal? InputPrice { get; init; }

    /// <inheritdoc cref="InputPrice"/>
    public decimal? OutputPrice { get; init; }

    /// <summary>For one request, from the first byte sent to the last one read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long one answer may get, in tokens.</summary>
    public int LongestAnswer { get; init; } = 4_000;

    /// <summary>Whether the endpoint knows <c>response_format: json_object</c>; without it the prompt alone asks for JSON.</summary>
    public bool HasJsonMode { get; init; } = true;
}
