namespace Pipeline.Fetching;

/// <summary>How the outside world is asked. The defaults are meant to suit a publisher as much as us.</summary>
public sealed record FetchOptions
{
    /// <summary>The name that robots.txt files know us by (RFC 9309, section 2.2.1: the product token).</summary>
    public const string ProductToken = "Pipeline";

    /// <summary>Says who asks, so that a publisher can complain or block; a browser's name would be a lie.</summary>
    public string UserAgent { get; init; } = ProductToken + "/0.1 (weekly news digest; feed reader)";

    /// <summary>For one request with its redirects and retries: a server that drips bytes must not hold up the rest.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For one address; long enough for another continent, short enough to try the next address.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>In bytes, as sent and after decompression. The largest news feeds have some 5 MB.</summary>
    public int LargestFeed { get; init; } = 10_000_000;

    /// <summary>In bytes, as sent and after decompression. Pages above 2 MB are rare, and not news.</summary>
    public int LargestPage { get; init; } = 5_000_000;

    /// <summary>In kilobytes. Servers themselves take 8 to 16 in a request; cookies and policies make answers somewhat larger.</summary>
    public int LargestHeaders { get; init; } = 32;

    /// <summary>Honest chains (http to https, to www, to the new path) have three.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Requests to one domain at a time, as a browser with good manners; how many domains at a time is the caller's matter.</summary>
    public int PerDomain { get; init; } = 2;

    /// <summary>Between the starts of two requests to one domain: a page's pictures alone would come quicker.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>After the first attempt: what two more don't bring, the next collection may.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Before the first retry; doubled for the next one, with jitter, so that many failures don't come back at once.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);
}
