using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Digests.Checking;

/// <summary>Whether the manifest can be read and knows the week.</summary>
internal static class ManifestCheck
{
    public static IReadOnlyList<Finding> Run(DigestsFolder folder, WeekLabel week, out ManifestWeek? entry)
    {
        entry = null;
        var findings = new List<Finding>();
        if (Read(folder, findings) is not { } manifest)
            return findings;
        entry = manifest.Find(week);
        if (entry is null)
            findings.Add(new Finding(SitePaths.Manifest, 1, $"{week} is not among the weeks"));
        return findings;
    }

    public static Manifest? Read(DigestsFolder folder, List<Finding> findings)
    {
        if (folder.Text(SitePaths.Manifest, findings) is not { } json)
            return null;
        try
        {
            return Manifest.Parse(json);
        }
        catch (FormatException failure)
        {
            findings.Add(new Finding(SitePaths.Manifest, (int)((failure.InnerException as JsonException)?.LineNumber ?? 0) + 1, failure.Message));
            return null;
        }
    }
}
