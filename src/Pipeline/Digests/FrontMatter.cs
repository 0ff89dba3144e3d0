using System.Text;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>A page's front matter, built line by line in the order in which it is read.</summary>
internal sealed class FrontMatter(Site site)
{
    /// <summary>No collection, no template engine: what strangers wrote is only Markdown.</summary>
    public static readonly IReadOnlyList<(string Key, string Value)> Inert =
        [("eleventyExcludeFromCollections", "true"), ("templateEngineOverride", "md"), ("render_with_liquid", "false"), ("disableNunjucks", "true")];

    private readonly Profile profile = Profile.Of(site.Generator);
    private readonly StringBuilder lines = new("---\n");

    /// <summary>Text from outside: <c>&lt;</c> and <c>&gt;</c> become full width, because themes print titles unescaped.</summary>
    public FrontMatter Text(string key, string text) => Line(key, Scalar(text));

    /// <summary>A day, unquoted and without a time: times are off by one, or fail, somewhere.</summary>
    public FrontMatter Date(string day)
    {
        Line("date", day);
        return profile.DateKey is { } key ? Line(key, day) : this;
    }

    public FrontMatter Scheduled(string day) => Line("scheduled", day);

    public FrontMatter Tags(IReadOnlyList<string> tags)
    {
        if (tags.Count == 0)
            return this;
        if (profile.Metadata)
            return Line("tags", string.Join(", ", tags.Select(Harmless)));
        lines.Append("tags:\n");
        foreach (var tag in tags)
            lines.Append("  - ").Append(Scalar(tag)).Append('\n');
        return this;
    }

    public FrontMatter Layout() => (site.Layout ?? profile.Layout) is { } layout ? Text(profile.LayoutKey, layout) : this;

    /// <summary>What the profile adds to a page, after <paramref name="own"/>: switches, then the page's address.</summary>
    public FrontMatter Switches(string folder, IReadOnlyList<(string Key, string Value)> own)
    {
        var path = site.Path.Length == 0 ? folder : $"{site.Path}/{folder}";
        foreach (var (key, value) in own.Concat(profile.Switches.Except(own)).Concat(profile.Address(path)))
            Line(key, value);
        return this;
    }

    public static string Harmless(string text) => PlainText.Fold(text).Replace('<', '＜').Replace('>', '＞');

    public override string ToString() => $"{lines}---\n";

    private string Scalar(string text) => profile.Metadata ? Harmless(text) : YamlScalar.Write(Harmless(text));

    private FrontMatter Line(string key, string value)
    {
        lines.Append(key).Append(": ").Append(value).Append('\n');
        return this;
    }
}
