using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>A JSON Feed before it is parsed: trailing commas forgiven, and an id given to items without one, which the parser would drop.</summary>
internal static class JsonMarkup
{
    private static readonly JsonDocumentOptions Forgiving = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="TroubleException">It is no JSON.</exception>
    public static string Sound(string text)
    {
        try
        {
            var feed = JsonNode.Parse(text, documentOptions: Forgiving) as JsonObject ?? throw new TroubleException("JSON, but not a JSON Feed");
            if (feed["items"] is JsonArray items)
                foreach (var item in items.OfType<JsonObject>().Where(item => !HasId(item)))
                    item["id"] = Text(item["url"]) ?? Text(item["external_url"]) ?? StableId.Of(item.ToJsonString());
            return feed.ToJsonString();
        }
        // A name that stands twice in one object is only found when the object is read.
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new TroubleException($"not readable as JSON: {fault.Message}", fault);
        }
    }

    private static bool HasId(JsonObject item) => Text(item["id"]) is not null || item["id"]?.GetValueKind() == JsonValueKind.Number;

    private static string? Text(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is var text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
