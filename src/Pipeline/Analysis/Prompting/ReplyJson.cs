using System.Text.Json;

namespace Pipeline.Analysis.Prompting;

/// <summary>The JSON object in a model's reply, with what models like to put around it taken off.</summary>
internal static class ReplyJson
{
    /// <summary>In characters; a digest's longest reply has a tenth of it.</summary>
    private const int Longest = 100_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 16 };

    /// <param name="fault">Why there is none, for the model to read; null where there is one.</param>
    public static JsonElement? Read(string reply, out string? fault)
    {
        fault = null;
        if (reply.Length > Longest)
            fault = "The answer was far too long.";
        var (start, end) = (reply.IndexOf('{', StringComparison.Ordinal), reply.LastIndexOf('}'));
        if (fault is null && (start < 0 || end < start))
            fault = "There was no JSON object in the answer.";
        if (fault is not null)
            return null;
        try
        {
            using var document = JsonDocument.Parse(reply.AsMemory(start, end - start + 1), Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            fault = $"The answer is no valid JSON (line {broken.LineNumber + 1}); it may have broken off. Write it again, whole and shorter.";
            return null;
        }
    }

    /// <summary>The objects in a list of an object; nothing where it has no such list.</summary>
    public static IEnumerable<JsonElement> Objects(JsonElement parent, string list) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    /// <summary>A text of an object, its white space folded; empty where it has none.</summary>
    public static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? string.Join(' ', Clean(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";

    public static IReadOnlyList<string> Texts(JsonElement parent, string list) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => Clean(item).Trim(' ', '[', ']')).Distinct(StringComparer.Ordinal)] : [];

    /// <summary>An escaped half of a surrogate pair is no text: <c>GetString</c> throws on it.</summary>
    private static string Clean(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
