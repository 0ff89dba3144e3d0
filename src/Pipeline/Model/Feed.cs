namespace Pipeline.Model;

/// <summary>A feed as it was read: its form (<c>rss</c>, <c>rdf</c>, <c>atom</c>, <c>json</c>), its own title and link, its entries in document order.</summary>
public sealed record Feed(string Kind, string? Title, string? Link, IReadOnlyList<Entry> Entries)
{
    public FeedRhythm Rhythm { get; init; } = FeedRhythm.Unsaid;
}
