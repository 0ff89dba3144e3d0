using System.Globalization;
using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Digests.Checking;

/// <summary>A week's files, read.</summary>
internal sealed record PublishedWeek(ManifestWeek Entry, DigestData Data, JsonPlaces Places, Page Digest, Page News)
{
    /// <summary>The profile of the generator that the pages were written for.</summary>
    public Profile Profile { get; } = Profile.Of(Entry.Generator);

    /// <summary>Null, with findings, where a file can't be read or the data is of another shape.</summary>
    public static PublishedWeek? Read(DigestsFolder folder, ManifestWeek entry, List<Finding> findings)
    {
        if (!Site.Generators.Contains(entry.Generator, StringComparer.Ordinal))
        {
            findings.Add(new Finding(SitePaths.Manifest, 1, $"{entry.Week}: there is no profile for the generator '{entry.Generator}'"));
            return null;
        }

        var digest = folder.Text(entry.Digest, findings);
        var news = folder.Text(entry.News, findings);
        if (folder.Text(entry.Data, findings) is not { } json || ReadData(entry.Data, json, findings) is not { } data || digest is null || news is null)
            return null;
        return new PublishedWeek(entry, data, new JsonPlaces(entry.Data, json), PageReader.Read(entry.Digest, digest), PageReader.Read(entry.News, news));
    }

    /// <summary>Where a relative link of a page leads: the file, and the anchor there or null.</summary>
    public static (string File, string? Anchor)? Resolve(string page, string link)
    {
        if (link.Contains("://", StringComparison.Ordinal) || link.StartsWith('/'))
            return null;
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var (target, anchor) = hash < 0 ? (link, null) : (link[..hash], link[(hash + 1)..]);
        var parts = page.Split('/').SkipLast(1).ToList();
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                return null;
        return ($"{string.Join('/', parts)}/index.md", anchor);
    }

    private static DigestData? ReadData(string file, string json, List<Finding> findings)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var mistakes = SchemaCheck.Run(document.RootElement, new JsonPlaces(file, json));
            findings.AddRange(mistakes);
            return mistakes.Count == 0 ? DigestJson.Read<DigestData>(json) : null;
        }
        catch (JsonException failure)
        {
            findings.Add(new Finding(file, (int)(failure.LineNumber ?? 0) + 1, string.Create(CultureInfo.InvariantCulture, $"is no data file: {failure.Message}")));
            return null;
        }
    }
}
