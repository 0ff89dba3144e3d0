namespace Pipeline.Sources;

/// <summary>When the archive lets go of the texts of old weeks; what a published claim cites stays for ever.</summary>
/// <param name="Age">So long after its end a week's texts go; null where age does not matter.</param>
/// <param name="Bytes">How much text may be held before the oldest weeks go, whatever their age; null where size does not matter.</param>
public sealed record RetentionRule(TimeSpan? Age, long? Bytes)
{
    /// <summary>A missed week may be caught up for a quarter of a year, and publishers correct what they said: so long nothing goes, however full it is.</summary>
    public static TimeSpan Least { get; } = TimeSpan.FromDays(91);
}
