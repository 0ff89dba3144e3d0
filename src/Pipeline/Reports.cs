using Pipeline.Analysis;
using Pipeline.Digests;
using Pipeline.Digests.Adopting;
using Pipeline.Model;
using Pipeline.Stories;

namespace Pipeline;

/// <summary>What came of asking one source.</summary>
public sealed record SourceReport(string Source)
{
    /// <summary><c>read</c>, <c>not modified</c> or <c>failed</c>; <c>page</c> where only an owed page was asked for.</summary>
    public string Outcome { get; init; } = "read";

    public int Entries { get; init; }

    public int New { get; init; }

    public int Revised { get; init; }

    /// <summary>Entries that the source's own rules left out.</summary>
    public int Dropped { get; init; }

    /// <summary>The feed's, unpacked; its pages are not counted.</summary>
    public long Bytes { get; init; }

    /// <summary>With its pages and with waiting for its turn.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Articles that have got the page which they lacked.</summary>
    public int Completed { get; init; }

    public IReadOnlyList<Trouble> Troubles { get; init; } = [];

    public SourceReport With(Trouble trouble) => this with { Troubles = [.. Troubles, trouble] };

    public override string ToString() => Outcome switch
    {
        "read" => $"{Source}: {Entries} entries, {New} new, {Revised} revised",
        "page" => $"{Source}: a page asked for again, {(Completed > 0 ? "and had" : "in vain")}",
        _ => $"{Source}: {Outcome}",
    };
}

/// <summary>What a collection brought in; the sources that were not due are in <paramref name="Configured"/> alone.</summary>
public sealed record CollectReport(int Configured, IReadOnlyList<SourceReport> Sources)
{
    public IEnumerable<Trouble> Troubles => Sources.SelectMany(source => source.Troubles);

    public int New => Sources.Sum(source => source.New);

    public int Revised => Sources.Sum(source => source.Revised);

    public int Asked => Sources.Count(source => source.Outcome != "page");
}

/// <summary>How a publication ended.</summary>
public enum PublishResult { Published, AlreadyPublished, NoItems, DryRun, Refused }

/// <summary>How a week is to be published.</summary>
/// <param name="Templates">The templates of the digest's language.</param>
public sealed record PublishOptions(Templates Templates)
{
    /// <summary>The language model that writes; null where the extractive analyst does.</summary>
    public ModelWriter? Writer { get; init; }

    /// <summary>The embedding model that helps to find stories; null where their words alone do.</summary>
    public Embedder? Embedder { get; init; }

    /// <summary>Leave a week alone that is already published.</summary>
    public bool Once { get; init; }

    /// <summary>Say what would change, and write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Overwrite files that were edited by hand.</summary>
    public bool Force { get; init; }
}

/// <summary>What was published.</summary>
public sealed record PublishReport(Week Week, PublishResult Result)
{
    public Digest? Digest { get; init; }

    public IReadOnlyList<OutputFile> Files { get; init; } = [];

    /// <summary>The files whose bytes are not yet those under digests/.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Null where no embedding model was wanted.</summary>
    public EmbeddingWork? Embedding { get; init; }

    /// <summary>What went wrong with the models: why stories were found by their words alone, the parts that the extractive analyst wrote, and why.</summary>
    public IReadOnlyList<Trouble> Troubles => [.. Embedding?.Troubles ?? [], .. Digest?.Work?.Troubles ?? []];

    /// <summary>What came of each edit, in the order of the edits file.</summary>
    public IReadOnlyList<EditOutcome> Edits { get; init; } = [];

    /// <summary>The version of the writer that wrote the week before; null where it was not published.</summary>
    public int? WrittenBy { get; init; }

    /// <summary>The week's files that somebody changed after they were written.</summary>
    public IReadOnlyList<string> EditedByHand { get; init; } = [];

    /// <summary>The same as edits; null where nothing was changed by hand.</summary>
    public Adoption? Adoption { get; init; }
}
