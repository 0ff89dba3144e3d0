namespace Pipeline.Model;

/// <summary>A part of the digest that the extractive analyst wrote in a language model's place.</summary>
/// <param name="Part">A theme's id, or <c>headline</c>, <c>introduction</c>, <c>advice</c>, <c>outlook</c>, <c>closing</c>; <c>t1/impact</c> is that of a theme.</param>
/// <param name="Why">A word of <see cref="NoReply"/>.</param>
public sealed record StandIn(string Part, string Why);

/// <summary>What a language model had to do with a digest.</summary>
public sealed record ModelWork
{
    /// <summary>Who answered, by the names in sources.yaml; several where one took over from another, none where nobody answered.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>A hash of all that is asked but for the week's own texts: 16 hexadecimal digits.</summary>
    public required string Prompt { get; init; }

    /// <summary>The parts that it did not write, in the order of the digest.</summary>
    public IReadOnlyList<StandIn> StandIns { get; init; } = [];

    /// <summary>What went wrong, part by part.</summary>
    public IReadOnlyList<Trouble> Troubles { get; init; } = [];

    /// <summary>How many replies had to be asked for again because of what was in them.</summary>
    public int Repairs { get; init; }
}
