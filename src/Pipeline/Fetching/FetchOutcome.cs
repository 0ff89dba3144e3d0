namespace Pipeline.Fetching;

/// <summary>What came of a request: <see cref="Fetched"/>, <see cref="NotModified"/> or <see cref="Failed"/>.</summary>
public abstract record FetchOutcome
{
    private protected FetchOutcome()
    {
    }

    /// <summary>Where the address asked for has moved to for good (301, 308 in a row from the start); null where it has not.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>How long the answer stays fresh, as the server says (RFC 9111, section 4.2.1); null where it doesn't, or says not at all.</summary>
    public TimeSpan? Fresh { get; init; }
}

/// <param name="FinalUrl">Where the answer came from, after redirects.</param>
/// <param name="Body">Decompressed.</param>
/// <param name="Charset">As the Content-Type header says, whether or not it is one.</param>
public sealed record Fetched(Uri FinalUrl, byte[] Body, string? MediaType, string? Charset, string? ETag, string? LastModified) : FetchOutcome;

/// <summary>The server says that nothing has changed since the validators sent along.</summary>
public sealed record NotModified : FetchOutcome;

/// <summary>Nothing to be had, or refused by us.</summary>
/// <param name="Why">For people, lower case, without the URL: <c>the server answered 404 Not Found</c>.</param>
/// <param name="Status">The HTTP status; null where there was no answer or where we refused.</param>
/// <param name="RetryAfter">How long the server wants to be left alone; never slept on here.</param>
public sealed record Failed(string Why, int? Status = null, TimeSpan? RetryAfter = null) : FetchOutcome
{
    /// <summary>Whether it may be otherwise later: no answer in time, too many requests, a server's own trouble.</summary>
    public bool MayPass { get; init; } = Status is 408 or 425 or 429 or (>= 500 and <= 599) || RetryAfter is not null;
}
