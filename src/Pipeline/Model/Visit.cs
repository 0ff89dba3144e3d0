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

    /// <summary>Where it redirects for good (301, 308), and how often in a row it has said so.</summary>
    public string? MovedTo { get; init; }

    public int MovedSeen { get; init; }

    /// <summary>When it said that it is gone for good (410): it is asked no more.</summary>
    public DateTimeOffset? Gone { get; init; }

    /// <summary>What the feed last said of when to ask: an unchanged one says nothing.</summary>
    public FeedRhythm? Rhythm { get; init; }

    /// <summary>The rules by which the entries were chosen last: under others an unchanged feed has to be read again.</summary>
    public string? Rules { get; init; }
}
