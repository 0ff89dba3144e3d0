namespace Pipeline.Model;

/// <summary>What the archive remembers of asking a source.</summary>
public sealed record Visit(string Feed, string Source)
{
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public DateTimeOffset? Asked { get; init; }

    public DateTimeOffset? Succeeded { get; init; }

    /// <summary>Not before this instant is it asked again.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Why it failed last; null after a success.</summary>
    public string? Trouble { get; init; }
}
