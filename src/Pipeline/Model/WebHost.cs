namespace Pipeline.Model;

/// <summary>What the archive remembers of a web host.</summary>
/// <param name="Origin">Scheme, name and port: <c>https://news.example</c>.</param>
public sealed record WebHost(string Origin)
{
    /// <summary>Its robots.txt as text; empty where it has none. Null where that could not be found out.</summary>
    public string? Robots { get; init; }

    /// <summary>When robots.txt is asked for again.</summary>
    public DateTimeOffset? RobotsUntil { get; init; }

    /// <summary>It asked to be left alone until then (Retry-After).</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
