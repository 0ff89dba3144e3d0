namespace Pipeline.Digests.Checking;

/// <summary>Holds the manifest's entry, and the published schema, against the files.</summary>
internal static class EntryCheck
{
    public static IEnumerable<Finding> Run(DigestsFolder folder, PublishedWeek week)
    {
        var entry = week.Entry;
        foreach (var path in new[] { entry.Digest, entry.News, entry.Data }.Where(path => !entry.Files.ContainsKey(path)))
            yield return Wrong($"{entry.Week}: the hash of {path} is missing");
        foreach (var (path, hash) in entry.Files)
            if (folder.Bytes(path) is not { } bytes || OutputFile.HashOf(bytes) != hash)
                yield return new Finding(path, 1, "differs from what was published: its hash is not the manifest's");
        if ((entry.Title, entry.Date, entry.Start, entry.End, entry.Week) != (week.Data.Title, week.Data.Week.Date, week.Data.Week.Start, week.Data.Week.End, week.Data.Week.Label))
            yield return Wrong($"{entry.Week}: title, label, date or window differ from {entry.Data}");
        if (entry.Counts != Counts(week.Data))
            yield return Wrong($"{entry.Week}: the counts differ from {entry.Data}");
        if (folder.Bytes(DigestSchema.Path) is not { } schema || !schema.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(DigestSchema.Text)))
            yield return new Finding(DigestSchema.Path, 1, "is missing, or not the schema of this version");
    }

    private static ManifestCounts Counts(DigestData data) =>
        new(data.Items.Count, data.Coverage.Publishers, data.Stories.Count, data.Themes.Count(theme => theme.Claims.Count > 0), data.Claims.Count);

    private static Finding Wrong(string what) => new(SitePaths.Manifest, 1, what);
}
