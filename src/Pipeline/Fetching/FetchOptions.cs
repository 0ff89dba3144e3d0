namespace Pipeline.Fetching;

/// <summary>How the outside world is asked. The defaults are meant to suit a publisher as much as us.</summary>
public sealed record FetchOptions
{
    /// <summary>Says who asks, so that a publisher can complain or block; a browser's name would be a lie.</summary>
    public string UserAgent { get; init; } = "Pipeline/0.1 (weekly news digest; feed reader)";

    /// <summary>For one request with its redirects and retries: a server that drips bytes must not hold up the rest.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For one address; long enough for another continent, short enough to try the next address.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After decompression. The largest news feeds have some 5 MB.</summary>
    public int LargestFeed { get; init; } = 10_000_000;

    /// <summary>After decompression. Pages above 2 MB are rare, and not news.</summary>
    public int LargestPage { get; init; } = 5_000_000;

    /// <summary>Honest chains (http to https, to www, to the new path) have three.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Requests to one host at a time, as a browser with good manners; how many hosts at a time is the caller's matter.</summary>
    public int PerHost { get; init; } = 2;

    /// <summary>After the first attempt: what two more don't bring, the next collection may.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; doubled for the next one, with jitter, so that many failures don't come back at once.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
}
