using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Digests;

/// <summary>How JSON is written and read here: readable Chinese, two spaces, LF, the same bytes on every machine.</summary>
internal static class DigestJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary><c>&lt;</c> stays escaped, so that no page into which the file is pasted can be closed by it; outside strings JSON has none.</summary>
    public static byte[] Write<T>(T value) =>
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options).Replace("<", "\\u003C", StringComparison.Ordinal) + "\n");

    /// <exception cref="JsonException">The text is no JSON, or of another shape.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("There is nothing but null.");
}
