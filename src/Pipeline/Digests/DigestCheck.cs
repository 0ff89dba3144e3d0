using Pipeline.Digests.Checking;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>Checks a published week from its files alone: shape, ids, claims, quotations, links, anchors, front matter, hashes.</summary>
public static class DigestCheck
{
    /// <summary>What is wrong, by file and line; nothing where the week is sound.</summary>
    /// <param name="gate">Says of a claim's text whether the passages it quotes bear it.</param>
    public static IReadOnlyList<Finding> Run(string digestsFolder, WeekLabel week, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate)
    {
        var folder = new DigestsFolder(digestsFolder);
        var findings = ManifestCheck.Run(folder, week, out var entry).ToList();
        if (entry is not null && PublishedWeek.Read(folder, entry, findings) is { } published)
            findings.AddRange(Checks(folder, published, gate).SelectMany(found => found));
        return [.. findings.Distinct().OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)];
    }

    private static IEnumerable<IEnumerable<Finding>> Checks(DigestsFolder folder, PublishedWeek week, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate) =>
    [
        EntryCheck.Run(folder, week),
        IdCheck.Run(week),
        CoverageCheck.Run(week),
        ClaimCheck.Run(week, gate),
        FrontMatterCheck.Run(week),
        DigestPageCheck.Run(week),
        NewsPageCheck.Run(week),
        LinkCheck.Run(folder, week.Digest),
        LinkCheck.Run(folder, week.News),
        ArchiveCheck.Run(folder),
    ];
}
