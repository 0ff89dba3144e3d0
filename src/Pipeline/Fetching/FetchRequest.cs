namespace Pipeline.Fetching;

/// <summary>What is asked for: it decides the Accept header and how large an answer may be.</summary>
public enum Accept { Feed, Page, Robots }

/// <summary>One thing to fetch: an absolute http or https URL.</summary>
public sealed record FetchRequest(Uri Url)
{
    public Accept Accept { get; init; } = Accept.Feed;

    /// <summary>Whether loopback and private addresses may be asked, for the URL and wherever it redirects to.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The validators of the last answer, as it gave them.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Sent to the URL's own origin only: what may be a password never follows a redirect elsewhere.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Asked before every redirect to another origin: null lets it be followed, else it says why not.</summary>
    public Func<Uri, CancellationToken, Task<Failed?>>? Follow { get; init; }

    /// <summary>In bytes, after decompression; by default what <see cref="FetchOptions"/> says of feeds or pages.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>Whether the beginning of what is larger than the cap is taken for the whole.</summary>
    public bool CutAtCap { get; init; }
}
