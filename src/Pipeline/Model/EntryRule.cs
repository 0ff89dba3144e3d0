namespace Pipeline.Model;

/// <summary>What an entry has to show for a source's <c>keep</c> or <c>drop</c>: any one of what is listed here.</summary>
public sealed record EntryRule
{
    /// <summary>Words or phrases in title, summary or content, whatever their letter case; Latin ones as whole words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A regular expression (.NET) for title, summary or content; an entry on which it takes too long is kept, and that is told.</summary>
    public string? Pattern { get; init; }

    /// <summary>Categories that the feed gives the entry, whatever their letter case.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Languages that the entry is written in (<c>en</c>, <c>zh</c>).</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}
