namespace Pipeline.Digests.Checking;

/// <summary>Whether the list of digests names every week of the manifest, the newest first.</summary>
internal static class ArchiveCheck
{
    public static IReadOnlyList<Finding> Run(DigestsFolder folder)
    {
        var findings = new List<Finding>();
        if (ManifestCheck.Read(folder, findings) is not { } manifest || folder.Text(SitePaths.Archive, findings) is not { } text)
            return findings;
        var page = PageReader.Read(SitePaths.Archive, text);
        findings.AddRange(LinkCheck.Run(folder, page));
        var links = page.Links.Select(link => (PublishedWeek.Resolve(page.Path, link.Url)?.File, link.Label)).ToArray();
        var weeks = manifest.Weeks.Select(week => ((string?)week.Digest, FrontMatter.Harmless(week.Title))).ToArray();
        foreach (var (digest, title) in weeks.Except(links))
            findings.Add(page.Finding(page.LastLine, $"the link to {digest}, '{title}', is missing"));
        foreach (var link in page.Links.Where(link => !weeks.Contains((PublishedWeek.Resolve(page.Path, link.Url)?.File, link.Label))))
            findings.Add(page.Finding(link.Line, $"the link [{link.Label}]({link.Url}) is to no week of the manifest"));
        return findings;
    }
}
