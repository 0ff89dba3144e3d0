using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>What sources.yaml says, checked: what an editor sets.</summary>
public sealed record Settings
{
    public required Site Site { get; init; }

    public required WeekRule Week { get; init; }

    public required Schedule Schedule { get; init; }

    /// <summary>In the order of the file; empty where themes are only to emerge.</summary>
    public required IReadOnlyList<ThemeGuide> Themes { get; init; }

    /// <summary>The spellings of a name, for each name that the editors add to those that are known.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Aliases { get; init; } = [];

    /// <summary>Whom the digest advises, in this order.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = Role.Standard;

    /// <summary>Where the pages don't link to.</summary>
    public DenyList DeniedLinks { get; init; } = DenyList.Empty;

    /// <summary>The language models that write; null where the extractive analyst does.</summary>
    public ModelSettings? Model { get; init; }

    /// <summary>The embedding model that helps to find stories; null where their words alone do.</summary>
    public EmbeddingSettings? Embeddings { get; init; }

    /// <summary>In the order of the file, never empty; names and URLs are unique.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>A path, relative to where the file's own path is relative to, or a URL with a scheme, as it stands in the file.</summary>
    public required string Archive { get; init; }

    /// <summary>The folder that downstream reads; a path as for <see cref="Archive"/>.</summary>
    public required string Digests { get; init; }

    /// <summary>The address of a page about this robot, for the user agent; absolute, http or https.</summary>
    public string? Contact { get; init; }

    /// <summary>Null where nobody is to be alerted.</summary>
    public Alerts? Alerts { get; init; }

    /// <summary>How many sources are asked at once, by each node; what one host bears is the fetcher's matter.</summary>
    public int Concurrency { get; init; } = 32;

    /// <summary>Null where the archive keeps everything.</summary>
    public RetentionRule? Retention { get; init; }

    /// <summary>The least time between the starts of two requests to one registrable domain: half a second is slower than a reader's clicks.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>For one request with its redirects and retries: a server that drips bytes must not hold up the rest.</summary>
    public TimeSpan FetchTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
