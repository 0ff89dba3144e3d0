namespace Pipeline.Model;

/// <summary>One item of a feed, as the feed gave it. Nothing is invented: what the feed lacks is null.</summary>
public sealed record Entry
{
    /// <summary>The feed's own id (guid, atom:id), else the URL, else a hash of what there is. Never empty.</summary>
    public required string Id { get; init; }

    /// <summary>Absolute, http or https, without tracking parameters.</summary>
    public string? Url { get; init; }

    /// <summary>Plain text, white space folded.</summary>
    public string? Title { get; init; }

    public string? Author { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    /// <summary>HTML or text, as the feed gave it.</summary>
    public string? Summary { get; init; }

    /// <summary>HTML or text, as the feed gave it.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];
}
