namespace Pipeline.Model;

/// <summary>How a week's stories were found where an embedding model was wanted; decided when the week is published, and kept by every rebuild.</summary>
/// <param name="Model">Whose vectors they were found with; null where they were found without.</param>
/// <param name="Failure">Why they were found without, in a word of <see cref="NoReply"/>; null where they were found with.</param>
public sealed record Embedded(string? Model, string? Failure);

/// <summary>What one run asks of an embedding model; counted as it goes, also where nothing comes of it.</summary>
public sealed class EmbeddingUse
{
    private readonly List<Trouble> _takeovers = [];

    /// <summary>Requests sent, those that failed among them.</summary>
    public int Requests { get; private set; }

    /// <summary>Vectors that were asked for and came.</summary>
    public int Came { get; private set; }

    /// <summary>Vectors taken from the archive.</summary>
    public int Kept { get; private set; }

    /// <summary>As the endpoint counts them; 0 where it doesn't.</summary>
    public long Tokens { get; private set; }

    /// <summary>Failures that earlier vectors made good.</summary>
    public IReadOnlyList<Trouble> Takeovers => _takeovers;

    public void Sent() => Requests++;

    public void Got(int vectors, long tokens) => (Came, Tokens) = (Came + vectors, Tokens + tokens);

    public void Took(int vectors) => Kept += vectors;

    public void TookOver(Trouble failure) => _takeovers.Add(failure);
}

/// <summary>What an embedding model had to do with a week's stories.</summary>
/// <param name="Model">Whose vectors they were found with; null where they were found by their words alone.</param>
/// <param name="Failure">Why they were found without, in a word of <see cref="NoReply"/>.</param>
/// <param name="Troubles">The same for people, and failures that earlier vectors made good.</param>
public sealed record EmbeddingWork(string? Model, string? Failure, EmbeddingUse Use, IReadOnlyList<Trouble> Troubles);
