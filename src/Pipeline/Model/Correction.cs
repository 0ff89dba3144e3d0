namespace Pipeline.Model;

/// <summary>What a publisher did to an article after the week that tells of it was published.</summary>
public enum CorrectionKind { Changed, Withdrawn }

/// <summary>An article that is not any more as it was when its week was published.</summary>
/// <param name="Article">As it is now.</param>
/// <param name="Seen">When the archive saw the change; never a clock's instant at a rebuild, so that each rebuild says the same.</param>
public sealed record Correction(Article Article, CorrectionKind Kind, DateTimeOffset Seen);
