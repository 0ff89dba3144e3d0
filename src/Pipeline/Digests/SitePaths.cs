using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>Where a week's files stand under digests/, and how its two pages link to each other.</summary>
/// <remarks>
/// A page that is <c>folder/index.md</c> has the same relative links as a file and as a URL. Never <c>digests/index.md</c> (Hugo
/// would drop the weekly pages), never a data file named after a folder (Eleventy would merge it into the page).
/// </remarks>
internal sealed record SitePaths(WeekLabel Week, Site Site)
{
    public const string Archive = "archive/index.md";
    public const string Manifest = "manifest.json";

    public Profile Profile { get; } = Profile.Of(Site.Generator);

    public string Digest => $"{Week}/index.md";

    public string News => $"{NewsFolder}/index.md";

    public string Data => $"data/{Week}.json";

    public string NewsFromDigest => Profile.Link($"../{NewsFolder}");

    /// <summary>From a raw-news page, which lies one folder deeper for each folder in its configured name.</summary>
    public string DigestFromNews => Profile.Link(string.Concat(NewsFolder.Split('/').Select(_ => "../")) + Week);

    public string NewsFolder => $"{Site.RawNewsFolder.Trim('/')}/{Site.RawNewsPrefix}{Week}";
}
