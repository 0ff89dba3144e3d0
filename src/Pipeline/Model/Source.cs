using System.Collections.ObjectModel;

namespace Pipeline.Model;

/// <summary>One configured feed.</summary>
public sealed record Source(string Name, Uri Url)
{
    /// <summary>Who stands behind the feed. Publishers are counted, feeds are not: one house with three feeds is one voice.</summary>
    public string Publisher { get; init; } = Name;

    /// <summary>What the feed is written in (<c>en</c>, <c>zh</c>); null lets each text say so itself.</summary>
    public string? Language { get; init; }

    /// <summary>How much the source counts in ranking; 1 is a source like any other.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Whether the page behind each entry is fetched; without it the feed's own text is used.</summary>
    public bool Pages { get; init; } = true;

    /// <summary>Whether loopback and private addresses may be asked; refused otherwise.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>How often it is asked, at most; null leaves that to what the server and the feed say of themselves.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Sent along to the feed's own origin and to no other: they may hold a password.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Where given, entries that don't match it are left out.</summary>
    public EntryRule? Keep { get; init; }

    /// <summary>Entries that match it are left out, whatever <see cref="Keep"/> says.</summary>
    public EntryRule? Drop { get; init; }

    /// <summary>A CSS selector of the article on its page, where the clipper needs help.</summary>
    public string? Selector { get; init; }
}
