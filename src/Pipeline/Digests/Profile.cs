using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>What differs between the site generators that build the pages: a small set of switches each, found by building with each of them.</summary>
internal sealed record Profile
{
    private static readonly (string, string)[] NoSwitches = [];

    /// <summary>The names in the order of <see cref="Site.Generators"/>.</summary>
    private static readonly Dictionary<string, Profile> All = new(StringComparer.Ordinal)
    {
        ["eleventy"] = new() { Layout = "layouts/post.njk" },
        // Goldmark drops raw HTML unless told otherwise, and lower-cases addresses.
        ["hugo"] = new() { Heading = false, AnchorHeadings = true, Address = folder => [("url", $"/{folder}/")] },
        ["jekyll"] = new() { Heading = false, Layout = "post", Switches = [("render_with_liquid", "false")] },
        // The usual schema of its blog wants pubDate; collections lower-case the names of files, but not a slug.
        ["astro"] = new() { Heading = false, DateKey = "pubDate", Address = folder => [("slug", folder)] },
        ["hexo"] = new() { Heading = false, Layout = "page", Switches = [("disableNunjucks", "true")] },
        ["vitepress"] = new(),
        ["mkdocs"] = new() { LayoutKey = "template" },
        // Its metadata is no YAML: quotation marks would be printed.
        ["pelican"] = new() { Heading = false, LayoutKey = "template", Metadata = true, Address = folder => [("slug", folder.Replace('/', '-').ToLowerInvariant()), ("url", $"{folder}/"), ("save_as", $"{folder}/index.html")] },
    };

    /// <summary>Whether the page's title stands in its body too: not where layouts print it.</summary>
    public bool Heading { get; private init; } = true;

    /// <summary>Whether what has an anchor is also a heading with that id.</summary>
    public bool AnchorHeadings { get; private init; }

    /// <summary>Whether links to pages end in a slash.</summary>
    public bool TrailingSlash { get; private init; } = true;

    public string LayoutKey { get; private init; } = "layout";

    /// <summary>The layout of a site that names none; null leaves the key out.</summary>
    public string? Layout { get; private init; }

    /// <summary>Another key for the date, beside <c>date</c>.</summary>
    public string? DateKey { get; private init; }

    /// <summary>Whether front matter is Python-Markdown's metadata: text as it is, lists with commas.</summary>
    public bool Metadata { get; private init; }

    /// <summary>What every page says, beside what the raw-news page says under every profile.</summary>
    public IReadOnlyList<(string Key, string Value)> Switches { get; private init; } = NoSwitches;

    /// <summary>How a page in a folder of the site names its own address.</summary>
    public Func<string, IReadOnlyList<(string Key, string Value)>> Address { get; private init; } = _ => NoSwitches;

    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public static Profile Of(string generator) => All.GetValueOrDefault(generator)
        ?? throw new ArgumentException($"There is no profile for the generator '{generator}'; there are: {string.Join(", ", All.Keys)}.", nameof(generator));

    public string Link(string folder) => TrailingSlash ? folder + "/" : folder;
}
