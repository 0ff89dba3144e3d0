using System.Text;
using Pipeline.Model;
using Pipeline.Templating;

namespace Pipeline.Digests;

/// <summary>Writes a week's files. The same digest gives the same bytes: there is no clock in them but the week's own dates.</summary>
public static class DigestWriter
{
    /// <summary>Grows when the same digest gives other bytes, so that a rebuild of an old week can say why it differs.</summary>
    public const int Version = 4;

    /// <summary>
    /// The files in the order in which they are to be put in place: what is linked to before what links to it, and last the
    /// manifest, which makes the week known.
    /// </summary>
    /// <param name="earlier">The manifest that stands there, null where there is none.</param>
    /// <param name="published">The text of a page published before, for the feeds; null where there is none.</param>
    /// <exception cref="ArgumentException">An article or a theme has no anchor, a quotation does not stand in its article, two claims have one id.</exception>
    /// <exception cref="TemplateException">A template asks for what is not there.</exception>
    public static IReadOnlyList<OutputFile> Write(Digest digest, Anchors anchors, Site site, Templates templates, Manifest? earlier, Func<string, string?>? published = null)
    {
        var week = digest.News.Week;
        var paths = new SitePaths(week.Label, site);
        var data = new DigestDataBuilder(digest, anchors, site).Build();
        // The longest of them, beside the others.
        var json = Task.Run(() => DigestJson.Write(data));
        OutputFile[] pages =
        [
            Text(paths.News, new RawNewsPage(data, week, paths).Write(templates)),
            new(paths.Data, json.GetAwaiter().GetResult()),
            Text(DigestSchema.Path, DigestSchema.Text),
            Text(paths.Digest, DigestPage.Write(digest, data, paths, templates)),
        ];
        var manifest = (earlier ?? Manifest.Empty).With(Entry(data, paths, pages));
        var feeds = FeedWriter.Write(manifest, site, path => path == paths.Digest ? Encoding.UTF8.GetString(pages[^1].Content) : published?.Invoke(path));
        return [.. pages, Text(SitePaths.Archive, ArchivePage.Write(manifest, site, templates)), .. feeds, new(SitePaths.Manifest, DigestJson.Write(manifest))];
    }

    /// <summary>Whether a file is made of all weeks: it changes with each of them, and belongs to no week's editor.</summary>
    public static bool IsOfAllWeeks(string path) =>
        path is SitePaths.Archive or SitePaths.Manifest or DigestSchema.Path or FeedWriter.Json or FeedWriter.AtomPath;

    private static ManifestWeek Entry(DigestData data, SitePaths paths, IEnumerable<OutputFile> files) => new(
        data.Week.Label, data.Title, data.Week.Date, data.Week.Start, data.Week.End, paths.Digest, paths.News, paths.Data,
        new ManifestCounts(data.Items.Count, data.Coverage.Publishers, data.Stories.Count, data.Themes.Count(theme => theme.Claims.Count > 0), data.Claims.Count),
        files.Where(file => file.Path != DigestSchema.Path)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal))
    {
        Generator = paths.Site.Generator,
        Writer = Version,
    };

    private static OutputFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
