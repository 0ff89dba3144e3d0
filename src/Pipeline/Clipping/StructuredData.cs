using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>What a page says of itself in JSON-LD (schema.org).</summary>
internal sealed partial record StructuredData
{
    public static StructuredData None { get; } = new();

    public string? Type { get; init; }

    public string? Headline { get; init; }

    public string? Body { get; init; }

    public string? Published { get; init; }

    public string? Modified { get; init; }

    public string? Author { get; init; }

    public string? Publisher { get; init; }

    /// <summary>As written: it may be relative.</summary>
    public string? Image { get; init; }

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
            var clean = HalfPair().Replace(json, @"\uFFFD");
            clean = string.Create(clean.Length, clean, static (span, text) =>
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
        Image = node.TryGetProperty("image", out var image) ? Address(image) : null,
        Paid = node.TryGetProperty("isAccessibleForFree", out var free) && (free.ValueKind == JsonValueKind.False || string.Equals(Text(free), "false", StringComparison.OrdinalIgnoreCase)),
    };

    private static string? Paragraphs(JsonElement body) => body.ValueKind == JsonValueKind.String && body.GetString() is { } text
        ? string.Join('\n', text.Split('\n').Select(Wording.Plain).OfType<string>())
        : null;

    /// <summary>A string, an ImageObject's url, or the first of a list of either.</summary>
    private static string? Address(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Text(value, "url") ?? Text(value, "contentUrl"),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object => Address(value[0]),
        _ => Text(value),
    };

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => Wording.Plain(text),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        _ => null,
    };

    private static string? Names(JsonElement node, string property)
    {
        if (!node.TryGetProperty(property, out var value))
            return null;
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(12).ToList() : [value];
        var names = items.Select(item => item.ValueKind == JsonValueKind.Object ? Text(item, "name") : Text(item))
            .Where(name => !string.IsNullOrWhiteSpace(name) && !name.StartsWith("http", StringComparison.Ordinal));
        return string.Join(", ", names.Distinct(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;
    }

    /// <summary>Half a surrogate pair, escaped: no text, in a name or a value.</summary>
    [GeneratedRegex(@"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex HalfPair();
}
