using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>
/// A JSON Feed before it is parsed: its markup repaired where it is broken, and what the parser asks for added, a version and
/// an id for every item.
/// </summary>
internal static class JsonMarkup
{
    private static readonly JsonDocumentOptions Forgiving = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Names that only JSON Feed has: an answer of any other interface with a list of items is none.</summary>
    private static readonly string[] OwnNames = ["content_html", "content_text", "date_published"];

    /// <exception cref="TroubleException">It is no JSON.</exception>
    public static string Sound(string text)
    {
        try
        {
            return Completed(text);
        }
        // A name that stands twice in one object is only found when the object is read.
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new TroubleException($"not readable as JSON: {fault.Message}", fault);
        }
    }

    private static string Completed(string text)
    {
        try
        {
            var feed = Parsed(text) as JsonObject ?? throw new TroubleException("JSON, but not a JSON Feed");
            if (feed["items"] is JsonArray items)
                Complete(feed, items);
            return feed.ToJsonString();
        }
        // Half a character is only found when its string is read.
        catch (InvalidOperationException) when (JsonRepair.HasHalves(text))
        {
            return Completed(JsonRepair.WithoutHalves(text));
        }
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Forgiving);
        }
        catch (JsonException)
        {
            return JsonNode.Parse(JsonRepair.Repair(text), documentOptions: Forgiving);
        }
    }

    private static void Complete(JsonObject feed, JsonArray items)
    {
        FeedDocument.Bounded(items.Count);
        if (Text(feed["version"]) is null && items.OfType<JsonObject>().Any(item => OwnNames.Any(item.ContainsKey)))
            feed["version"] = "https://jsonfeed.org/version/1.1";
        foreach (var item in items.OfType<JsonObject>().Where(item => !HasId(item)))
            item["id"] = Text(item["url"]) ?? Text(item["external_url"]) ?? StableId.Of(item.ToJsonString());
    }

    private static bool HasId(JsonObject item) => Text(item["id"]) is not null || item["id"]?.GetValueKind() == JsonValueKind.Number;

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
