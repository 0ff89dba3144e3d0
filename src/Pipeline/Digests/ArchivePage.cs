using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>The list of digests.</summary>
internal static class ArchivePage
{
    public static string Write(Manifest manifest, Site site, Templates templates)
    {
        var profile = Profile.Of(site.Generator);
        var weeks = manifest.Weeks.Select(week => new WeekView(MarkdownEscaper.Escape(FrontMatter.Harmless(week.Title)), profile.Link($"../{week.Week}"), week.Date));
        var front = new FrontMatter()
            .Text("title", site.Title)
            .Text("description", site.Title)
            .Date("date", manifest.Weeks[0].Date)
            .Text(profile.LayoutKey, site.Layout)
            .Switch("eleventyExcludeFromCollections", true)
            .Text("templateEngineOverride", "md");
        return front + "\n" + templates.Archive.Render(new ArchiveView(MarkdownEscaper.Escape(FrontMatter.Harmless(site.Title)), profile.Heading, [.. weeks]));
    }
}
