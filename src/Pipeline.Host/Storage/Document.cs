using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Host.Storage;

/// <summary>Records to JSON and back, as the archive's columns hold them.</summary>
/// <remarks>
/// Not source-generated: that sets every init-only property, so that one which an older document lacks would be null or 0
/// where the record says otherwise (tried: an article without a weight came back weighing 0). By reflection it keeps its default.
/// </remarks>
internal static class Document
{
    private static readonly JsonSerializerOptions Form = new()
    {
        // Chinese as it is, not as \uXXXX: half the size, and readable. No document ever reaches a browser.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What is computed, such as an article's id, is computed again.
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new WeekLabelConverter() },
    };

    public static string Of<T>(T record) => JsonSerializer.Serialize(record, Form);

    public static T Read<T>(string document) =>
        JsonSerializer.Deserialize<T>(document, Form) ?? throw new JsonException("a document is null");
}
