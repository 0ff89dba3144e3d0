namespace Pipeline.Model;

/// <summary>What the archive remembers of publishing a week.</summary>
public sealed record Publication(WeekLabel Week)
{
    /// <summary>False from before the first file is replaced until the last one is: a killed run leaves it so, and the next one finishes.</summary>
    public bool Finished { get; init; }

    /// <summary>When the week was first published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The latest change after publication that a rebuild has marked; null where there was none.</summary>
    public DateTimeOffset? Corrected { get; init; }

    /// <summary>When the archive let go of what its articles say, but for those that its claims cite; null where it holds them all.</summary>
    public DateTimeOffset? Pruned { get; init; }

    public Anchors Anchors { get; init; } = Anchors.None;

    public WeekMemory Memory { get; init; } = WeekMemory.None;

    /// <summary>Null where no embedding model was wanted.</summary>
    public Embedded? Embedded { get; init; }

    public Coverage Coverage { get; init; } = new();

    /// <summary>SHA-256 of each file written, by its path under digests/; tells a file we wrote from one that was edited by hand.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new Dictionary<string, string>();
}
