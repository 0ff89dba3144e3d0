namespace Pipeline.Model;

/// <summary>A language model gave no reply that could be used; the message says why, for people, and holds no key.</summary>
/// <param name="failure">A word of <see cref="NoReply"/>.</param>
public sealed class NoReplyException(string failure, string why, Exception? cause = null) : Exception(why, cause)
{
    public string Failure { get; } = failure;
}

/// <summary>Why there is no reply. The words stand in the digest's data, so they never change.</summary>
public static class NoReply
{
    /// <summary>The environment variable that should hold the key is not set.</summary>
    public const string NoKey = "no-key";

    /// <summary>The key is not accepted: 401, 403.</summary>
    public const string Unauthorised = "unauthorised";

    /// <summary>429, also after waiting.</summary>
    public const string RateLimited = "rate-limited";

    /// <summary>Another status of 400 to 499: the endpoint does not take such a request.</summary>
    public const string Rejected = "rejected";

    /// <summary>A status of 500 or more, also when asked again.</summary>
    public const string ServerError = "server-error";

    /// <summary>No connection, or one that broke.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The provider took too long, or the analyst's time is up.</summary>
    public const string Timeout = "timeout";

    /// <summary>What came is no chat completion: an error in a 200, half a JSON, a page.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>An answer without text.</summary>
    public const string Empty = "empty";

    /// <summary>The model declined, or a filter did.</summary>
    public const string Declined = "declined";

    /// <summary>More than any digest needs.</summary>
    public const string TooLarge = "too-large";

    /// <summary>The budget does not reach for another request.</summary>
    public const string Budget = "budget";

    /// <summary>The request was never made, and a rebuild makes none.</summary>
    public const string NotAsked = "not-asked";

    /// <summary>There was a reply, and no JSON of the wanted shape in it.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>There was a reply, and the gate let no sentence of it pass.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>Nothing of the theme can be shown to a model.</summary>
    public const string NothingToShow = "nothing-to-show";
}
