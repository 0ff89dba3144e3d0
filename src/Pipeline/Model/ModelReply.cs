namespace Pipeline.Model;

/// <summary>What came of asking a language model, kept so that a rebuild asks nothing and writes the same bytes.</summary>
/// <param name="Request">A hash of what was asked: 64 hexadecimal digits.</param>
public sealed record ModelReply(string Request)
{
    /// <summary>As it came; empty where none did.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether it ended where the model ended it, and not at the limit of its length.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Which model answered, by its name in sources.yaml; null where none did.</summary>
    public string? Model { get; init; }

    /// <summary>Why there is no reply, in a word such as <c>timeout</c>; null where there is one.</summary>
    public string? Failure { get; init; }
}
