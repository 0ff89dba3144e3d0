using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>The list of digests.</summary>
internal static class ArchivePage
{
    public static string Write(Manifest manifest, Site site, Templates templates)
    {
        var profile = Profile.Of(site.Generator);
        var weeks = manifest.Weeks.Select(week => new WeekView(MarkdownEscaper.Escape(FrontMatter.Harmless(week.Title)), profile.Link($"../{week.Week}"), week.Date));
        var front = new FrontMatter(site)
            .Text("title", site.Title)
            .Text("description", site.Title)
            .Date(manifest.Weeks[0].Date)
            .Layout()
            .Switches("archive", [.. FrontMatter.Inert.Take(2)]);
        return front + "\n" + templates.Archive.Render(new ArchiveView(MarkdownEscaper.Escape(FrontMatter.Harmless(site.Title)), profile.Heading, [.. weeks]));
    }
}
