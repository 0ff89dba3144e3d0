using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The keys under <c>site:</c>.</summary>
internal static partial class SiteSection
{
    /// <summary>What lies under digests/ by other names.</summary>
    private static readonly string[] TakenFolders = ["archive", "data", "edits"];

    public static Site Read(Section root)
    {
        var site = root.Below("site", "title", "language", "spaced", "tags", "layout", "generator", "path", "url", "raw-news");
        var raw = site.Below("raw-news", "folder", "prefix", "title");
        var usual = new Site();
        return new Site
        {
            Title = site.Text("title")?.Value ?? usual.Title,
            Language = site.Text("language", scalar => OneOf(scalar, site, "zh-CN", "en")) ?? usual.Language,
            Spaced = site.Flag("spaced") ?? usual.Spaced,
            Tags = Tags(site) ?? usual.Tags,
            Layout = site.Text("layout")?.Value,
            Generator = site.Text("generator", scalar => OneOf(scalar, site, [.. Site.Generators])) ?? usual.Generator,
            Path = site.Text("path", scalar => SitePath(scalar, site)) ?? usual.Path,
            Url = site.Text("url", scalar => Base(scalar, site)),
            RawNewsFolder = raw.Text("folder", scalar => FolderName(scalar, raw)) ?? usual.RawNewsFolder,
            RawNewsPrefix = raw.Text("prefix", scalar => PathPart(scalar, raw)) ?? usual.RawNewsPrefix,
            RawNewsTitle = raw.Text("title")?.Value ?? usual.RawNewsTitle,
        };
    }

    private static string? OneOf(Scalar scalar, Section site, params string[] supported)
    {
        var match = supported.FirstOrDefault(value => value.Equals(scalar.Value, StringComparison.OrdinalIgnoreCase));
        if (match is null)
            site.Faults.Add(scalar.Place, $"{scalar.Shown} is not supported", $"so far there is {string.Join(" and ", supported)}");
        return match;
    }

    private static List<string>? Tags(Section site)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var tag in site.Texts("tags") ?? [])
        {
            if (!tag.Value.All(char.IsAscii))
                site.Faults.Add(tag.Place, $"the tag {tag.Shown} is not ASCII", "use Latin letters: other tags stop some site generators");
            if (!seen.Add(tag.Value))
                site.Faults.Add(tag.Place, $"the tag {tag.Shown} stands here twice", "keep one: tags that differ in case alone make one page");
        }

        return seen.Count > 0 ? [.. seen] : null;
    }

    private static string? FolderName(Scalar scalar, Section raw)
    {
        if (!TakenFolders.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase))
            return PathPart(scalar, raw);
        raw.Faults.Add(scalar.Place, $"the folder {scalar.Shown} is already used under digests/", "choose another name");
        return null;
    }

    private static string? PathPart(Scalar scalar, Section raw)
    {
        if (PathPart().IsMatch(scalar.Value))
            return scalar.Value;
        raw.Faults.Add(scalar.Place, $"{scalar.Shown} can't be part of a path", "use Latin letters, digits, '-' and '_'");
        return null;
    }

    /// <summary>Folders with slashes between them; none at either end.</summary>
    private static string? SitePath(Scalar scalar, Section site)
    {
        var path = scalar.Value.Trim('/');
        if (path.Split('/').All(part => PathPart().IsMatch(part)))
            return path;
        site.Faults.Add(scalar.Place, $"{scalar.Shown} can't be a path on the site", "write the folder as it stands below the site's content, such as blog/weekly");
        return null;
    }

    private static Uri? Base(Scalar scalar, Section site)
    {
        if (WebAddress.Read(scalar, site.Faults) is not { } url)
            return null;
        if (url.Query.Length + url.Fragment.Length == 0)
            return url.AbsolutePath.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
        site.Faults.Add(scalar.Place, $"{scalar.Shown} has a query or a fragment", "write the address below which digests/ is published, such as https://example.org/weekly/");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PathPart();
}
