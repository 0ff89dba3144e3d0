namespace Pipeline.Themes;

/// <summary>How many themes a week has, and what holds one together.</summary>
public sealed record ThemeOptions
{
    /// <summary>A reader takes in four to eight lines of development. Fewer stand where a week has no more to tell.</summary>
    public int Fewest { get; init; } = 4;

    public int Most { get; init; } = 8;

    /// <summary>One story is no line of development.</summary>
    public int FewestStories { get; init; } = 2;

    /// <summary>The cosine from which two stories are neighbours: a quarter of what makes two articles one story.</summary>
    public double Least { get; init; } = 0.05;

    /// <summary>How many neighbours a story keeps: with half as many, a topic of hundreds of stories falls apart.</summary>
    public int Neighbours { get; init; } = 30;

    /// <summary>
    /// Modularity's resolution, the first choice first. The ones after it are tried, in order, while a week falls into more
    /// themes than may be; the finer ones while it falls into fewer.
    /// </summary>
    public IReadOnlyList<double> Coarser { get; init; } = [0.8, 0.65, 0.5, 0.35];

    public IReadOnlyList<double> Finer { get; init; } = [1, 1.3, 1.8, 2.5];

    /// <summary>A story whose cosine to the rest of its theme is lower belongs nowhere: better in the remainder than where it doesn't fit.</summary>
    public double LeastFit { get; init; } = 0.05;
}
