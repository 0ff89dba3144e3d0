namespace Pipeline.Clipping;

/// <summary>What a page may be at most: an honest one of news stays far below, and parsing stays in bounded time and memory.</summary>
internal static class Limits
{
    public const int Bytes = 16 * 1024 * 1024;

    public const int Tags = 250_000;

    /// <summary>The parser looks through the open elements at every tag, so depth costs its square.</summary>
    public const int Depth = 1_000;

    /// <summary>The parser looks through the attributes at every attribute.</summary>
    public const int Attributes = 2_000;
}
