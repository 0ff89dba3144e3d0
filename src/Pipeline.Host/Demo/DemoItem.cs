namespace Pipeline.Host.Demo;

/// <summary>What a reader finds behind an item's link.</summary>
internal enum DemoPage { Article, Paywall, Missing, Gone }

/// <summary>A news item of the sample week, as its publisher's news.md has it.</summary>
internal sealed record DemoItem
{
    public required string Title { get; init; }

    /// <summary>On the publisher's host, with a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Absolute; templates decide what form of it the feed shows.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>The same as <see cref="Published"/> where it was never touched again: templates are strict and know no null.</summary>
    public required DateTimeOffset Updated { get; init; }

    public bool Revised => Updated > Published;

    /// <summary>False for an entry whose date only its page tells.</summary>
    public bool Dated { get; init; } = true;

    public string Author { get; init; } = "";

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What the feed says of it; the first paragraph unless the item has its own.</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public DemoPage Page { get; init; }
}
