using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline;

/// <summary>What an editor decided for a week: <c>digests/edits/2026-W06.yaml</c>, read by every rebuild and never written.</summary>
public static class WeekEdits
{
    public static string PathOf(string digests, WeekLabel week) => Path.Combine(digests, "edits", $"{week}.yaml");

    /// <summary>In the order of the file; none where there is none.</summary>
    /// <exception cref="SettingsException">With every fault of the file.</exception>
    public static IReadOnlyList<Edit> Read(string digests, WeekLabel week) =>
        PathOf(digests, week) is var file && File.Exists(file) ? EditsFile.Load(file) : [];
}
