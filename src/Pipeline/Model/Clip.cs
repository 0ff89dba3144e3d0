namespace Pipeline.Model;

/// <summary>What a page turned out to be. An error is the site's own fault or refusal, in a page that was answered as if all were well; a document is no HTML: PDF, an archive.</summary>
public enum PageKind { Article, Listing, Paywall, Captcha, Login, Missing, Error, Video, Document, Empty }

/// <summary>A page's own date: an instant with the page's offset, or a day alone where the page says no more.</summary>
public sealed record PageDate(DateTimeOffset Instant, bool DayOnly);

/// <summary>What was clipped from one page. Nothing is invented: what the page lacks is null.</summary>
public sealed record Clip
{
    public required PageKind Kind { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public PageDate? Published { get; init; }

    public PageDate? Updated { get; init; }

    /// <summary>BCP 47, as the page declares it or its script shows it.</summary>
    public string? Language { get; init; }

    public string? Site { get; init; }

    /// <summary>Absolute, http or https.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The lead picture: absolute, http or https.</summary>
    public string? Image { get; init; }

    /// <summary>How sure the text is the article, whole and alone: 0 to 1, about the F1 to be expected; null where nobody judged.</summary>
    public double? Confidence { get; init; }

    /// <summary>Paragraphs separated by a newline; given whatever the kind is; empty where there is none.</summary>
    public required string Text { get; init; }
}
