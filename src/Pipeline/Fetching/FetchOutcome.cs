namespace Pipeline.Fetching;

/// <summary>What came of a request: <see cref="Fetched"/>, <see cref="NotModified"/> or <see cref="Failed"/>.</summary>
public abstract record FetchOutcome
{
    private protected FetchOutcome()
    {
    }
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
public sealed record Failed(string Why, int? Status = null, TimeSpan? RetryAfter = null) : FetchOutcome;
