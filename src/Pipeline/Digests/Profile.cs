namespace Pipeline.Digests;

/// <summary>What differs between the site generators that build the pages.</summary>
internal sealed record Profile
{
    public static Profile Eleventy { get; } = new();

    /// <summary>Whether the page's title stands in its body too.</summary>
    public bool Heading { get; init; } = true;

    /// <summary>Whether links to pages end in a slash.</summary>
    public bool TrailingSlash { get; init; } = true;

    public string LayoutKey { get; init; } = "layout";

    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public static Profile Of(string generator) => generator == "eleventy"
        ? Eleventy
        : throw new ArgumentException($"There is no profile for the generator '{generator}'; there is: eleventy.", nameof(generator));

    public string Link(string folder) => TrailingSlash ? folder + "/" : folder;
}
