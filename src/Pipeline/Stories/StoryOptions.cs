namespace Pipeline.Stories;

/// <summary>How alike two articles must be to tell of one event.</summary>
public sealed record StoryOptions
{
    public double TitleWeight { get; init; } = E("tw", 2);
    public double NameWeight { get; init; } = E("nw", 1.5);
    public double Least { get; init; } = E("least", 0.2);
    public int Neighbours { get; init; } = (int)E("k", 30);
    public double Resolution { get; init; } = E("res", 1);
    public double Cpm { get; init; } = E("cpm", 0);
    public int Background { get; init; } = (int)E("bg", 200);
    public double Hours { get; init; } = E("hours", 72);
    public double Power { get; init; } = E("pow", 1);

    public static double E(string n, double d) => Environment.GetEnvironmentVariable(n) is { } v ? double.Parse(v, System.Globalization.CultureInfo.InvariantCulture) : d;
}
