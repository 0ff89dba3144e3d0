using System.Globalization;
using System.Net;
using System.Text;
using Pipeline.Digests.Checking;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>A digest to be sent by mail: the page as text and as HTML, its links absolute.</summary>
/// <param name="Id">What makes the message known again: <c>2026-W06@site.example</c>.</param>
public sealed record Letter(string Id, string Subject, string Text, string Html, DateTimeOffset Date)
{
    /// <summary>What to say where the site has no address.</summary>
    public const string NoAddress = "a letter's links need the address at which digests/ is published: set 'url' under 'site' in sources.yaml";

    /// <param name="files">The week's files as they were written.</param>
    /// <exception cref="TroubleException">The site has no address, which the links need.</exception>
    public static Letter Of(IReadOnlyList<OutputFile> files, Week week, Site site)
    {
        if (site.Url is not { } root)
            throw new TroubleException(NoAddress);
        var path = new SitePaths(week.Label, site).Digest;
        var page = Encoding.UTF8.GetString(files.Single(file => file.Path == path).Content);
        var title = Manifest.Parse(Encoding.UTF8.GetString(files.Single(file => file.Path == SitePaths.Manifest).Content)).Find(week.Label)!.Title;
        var address = new Uri(root, path[..^"index.md".Length]);
        var html = string.Create(CultureInfo.InvariantCulture,
            $"<!doctype html>\n<html lang=\"{site.Language}\">\n<head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(title)}</title></head>\n<body>\n<h1><a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{WebUtility.HtmlEncode(title)}</a></h1>\n{FeedContent.Of(page, address)}\n</body>\n</html>\n");
        return new Letter($"{week.Label}@{root.IdnHost}", PlainText.Fold(title), Plain(path, page, title, address), html, week.Window.End);
    }

    /// <summary>What a reader sees of each paragraph, a list's with a dash before it; the links' addresses are left to the HTML.</summary>
    private static string Plain(string path, string page, string title, Uri address)
    {
        var blocks = PageReader.Read(path, page).Blocks.Where(block => block.Level != 1)
            .Select(block => block.Entry >= 0 ? $"- {block.Text}" : block.Level > 0 ? $"## {block.Text}" : block.Text);
        return $"{title}\n{address.AbsoluteUri}\n\n{string.Join("\n\n", blocks)}\n";
    }
}
