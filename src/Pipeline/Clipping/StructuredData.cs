using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>What a page says of itself in JSON-LD (schema.org).</summary>
internal sealed record StructuredData
{
    public static StructuredData None { get; } = new();

    public string? Type { get; init; }

    public string? Headline { get; init; }

    public string? Body { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    public bool Paid { get; init; }

    /// <summary>The page's article, else the video, else whatever has a date; a script that is no JSON says nothing.</summary>
    public static StructuredData Read(IDocument document)
    {
        var found = new List<StructuredData>();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']"))
            foreach (var node in Nodes(script.TextContent))
                found.Add(Of(node));
        return found.FirstOrDefault(data => data.IsArticle) ?? found.FirstOrDefault(data => data.IsVideo) ?? found.FirstOrDefault(data => data.Published is not null) ?? None;
    }

    public bool IsVideo => Type == "VideoObject";

    public bool IsArticle => Type is not null && (Type.EndsWith("Article", StringComparison.Ordinal) || Type.EndsWith("Posting", StringComparison.Ordinal) || Type is "Report" or "Review");

    /// <summary>Top-level objects, those of lists and of <c>@graph</c>, and what is the main entity of a page.</summary>
    private static List<JsonElement> Nodes(string json)
    {
        var nodes = new List<JsonElement>();
        var waiting = new Queue<JsonElement>();
        if (Parse(json) is { } root)
            waiting.Enqueue(root);
        while (waiting.TryDequeue(out var node))
        {
            if (node.ValueKind == JsonValueKind.Array)
                foreach (var item in node.EnumerateArray())
                    waiting.Enqueue(item);
            if (node.ValueKind != JsonValueKind.Object)
                continue;
            nodes.Add(node);
            foreach (var inner in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
                if (node.TryGetProperty(inner, out var value))
                    waiting.Enqueue(value);
        }

        return nodes;
    }

    private static JsonElement? Parse(string json)
    {
        try
        {
            var clean = string.Create(json.Length, json, static (span, text) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = char.IsControl(text[i]) ? ' ' : text[i]; // Raw line breaks in strings are the commonest fault.
            });
            return JsonElement.Parse(Encoding.UTF8.GetBytes(clean), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StructuredData Of(JsonElement node) => new()
    {
        Type = Text(node, "@type"),
        Headline = Text(node, "headline") ?? Text(node, "name"),
        Body = node.TryGetProperty("articleBody", out var body) ? Paragraphs(body) : null,
        Published = Text(node, "datePublished") ?? Text(node, "dateCreated") ?? Text(node, "uploadDate"),
        Modified = Text(node, "dateModified"),
        Author = Names(node, "author") ?? Names(node, "creator"),
        Publisher = Names(node, "publisher"),
        Paid = node.TryGetProperty("isAccessibleForFree", out var free) && (free.ValueKind == JsonValueKind.False || free.ToString().Equals("false", StringComparison.OrdinalIgnoreCase)),
    };

    private static string? Paragraphs(JsonElement body) => body.ValueKind == JsonValueKind.String && WellFormed(body) is { } text
        ? string.Join('\n', text.Split('\n').Select(Wording.Plain).OfType<string>())
        : null;

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when WellFormed(value) is { Length: > 0 } text => Wording.Plain(text),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        _ => null,
    };

    /// <summary>A string may escape half a surrogate pair, which is no text.</summary>
    private static string? WellFormed(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Names(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value))
            return null;
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(12).ToList() : [value];
        var names = items.Select(item => item.ValueKind == JsonValueKind.Object ? Text(item, "name") : Text(item))
            .Where(name => !string.IsNullOrWhiteSpace(name) && !name.StartsWith("http", StringComparison.Ordinal));
        return string.Join(", ", names.Distinct(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;
    }
}
