using System.Text.Json.Nodes;
using Pipeline.Host.Storage;

namespace Pipeline.Host.Commands.Archive;

/// <summary>What was copied, in words and as JSON.</summary>
internal static class ArchiveText
{
    public static string Told(ArchiveSummary summary) => $"{summary.Rows["entry"]} entries in {summary.Rows["revision"]} revisions and {summary.Rows["publication"]} weeks";

    public static JsonObject Json(ArchiveSummary summary, params IReadOnlyList<(string Name, string Value)> places)
    {
        var json = new JsonObject();
        foreach (var (name, value) in places)
            json[name] = value;
        json["rows"] = new JsonObject(summary.Rows.Select(table => KeyValuePair.Create(table.Key, (JsonNode?)table.Value)));
        json["sha256"] = summary.Hash;
        return json;
    }
}
