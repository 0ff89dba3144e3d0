using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Host.Commands;
using Pipeline.Model;

namespace Pipeline.Host.Reports;

/// <summary>The run reports, a file for each week, in <c>reports/</c> beside the archive: they hold times, and so never lie under digests/.</summary>
internal sealed class ReportFolder(string path)
{
    /// <summary>Beside an SQLite file; a database elsewhere has its reports beside sources.yaml.</summary>
    public static ReportFolder Beside(string archive, string sources) => new(Path.Combine(
        archive.Contains("://", StringComparison.Ordinal) ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(sources))!, ".pipeline") : Path.GetDirectoryName(Path.GetFullPath(archive))!,
        "reports"));

    public string FileOf(WeekLabel week) => Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{week}.json"));

    /// <summary>Written whole or not at all.</summary>
    public void Write(RunReport report)
    {
        Directory.CreateDirectory(path);
        var (file, staged) = (FileOf(report.Week), FileOf(report.Week) + ".new");
        File.WriteAllText(staged, report.Json().ToJsonString(Output.Readable) + "\n");
        File.Move(staged, file, overwrite: true);
    }

    /// <summary>Null where there is none, or none that can be read: it is only a report.</summary>
    public JsonObject? Read(WeekLabel week) => Read(FileOf(week));

    /// <summary>The report of the latest week that has one.</summary>
    public JsonObject? Last() => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.json").OrderDescending(StringComparer.Ordinal).Select(Read).FirstOrDefault(report => report is not null)
        : null;

    private static JsonObject? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) as JsonObject : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
