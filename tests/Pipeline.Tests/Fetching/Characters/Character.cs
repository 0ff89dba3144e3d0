namespace Pipeline.Tests.Fetching.Characters;

/// <summary>A kind of server that is met, or has to be feared.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Says">What the run says of it: part of the trouble's why; null where it is read without one.</param>
/// <param name="Articles">How many articles come of it.</param>
/// <param name="Play">What it does to each request.</param>
internal sealed record Character(string Name, string? Says, int Articles, Func<Wire, Task> Play)
{
    /// <summary>How long after a visit it is not to be asked, in minutes; null where that is told by nothing of its own.</summary>
    public double? Rests { get; init; }

    /// <summary>Whether it only ends when the client's time is over.</summary>
    public bool IsSlow { get; init; }

    public override string ToString() => Name;
}
