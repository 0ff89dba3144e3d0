namespace Pipeline.Model;

/// <summary>Where an article's publication instant comes from.</summary>
public enum DatedBy { Feed, Page, FirstSeen }

/// <summary>Where an article's text comes from: its page, the feed's own words, or nowhere.</summary>
public enum TextOrigin { Page, Entry, None }

/// <summary>An entry with its page clipped.</summary>
public sealed record Article
{
    /// <summary>Made of the canonical URL, the same in every archive.</summary>
    public string Id { get; private init; } = "";

    /// <summary>The canonical URL: absolute, http or https.</summary>
    public required string Url
    {
        get;
        init
        {
            field = value;
            Id = StableId.Of(value);
        }
    }

    /// <summary>Plain text, white space folded.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the source it came by.</summary>
    public required string Source { get; init; }

    /// <summary>Who published it; several sources may belong to one publisher.</summary>
    public required string Publisher { get; init; }

    /// <summary>The source's weight.</summary>
    public double Weight { get; init; } = 1;

    public string? Byline { get; init; }

    public required DateTimeOffset Published { get; init; }

    public DatedBy DatedBy { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The primary language: <c>en</c>, <c>zh</c>, ….</summary>
    public required string Language { get; init; }

    /// <summary>Paragraphs separated by a newline; empty where only the title is known.</summary>
    public required string Text { get; init; }

    public TextOrigin Origin { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>When its page was asked for and answered that it is not there (404, 410), if the last answer was that.</summary>
    public DateTimeOffset? PageGone { get; init; }

    /// <summary>The registrable domain that the entry's link names, where its page was found on another one; <see cref="Url"/> is where it was found.</summary>
    public string? RedirectedFrom { get; init; }

    /// <summary>By its id: a text may be megabytes long, and articles are looked up by the thousand.</summary>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
