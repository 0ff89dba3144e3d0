using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

internal sealed class WeekLabelConverter : JsonConverter<WeekLabel>
{
    public override WeekLabel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        WeekLabel.TryParse(reader.GetString(), out var label) ? label : throw new JsonException("A week looks like 2026-W06.");

    public override void Write(Utf8JsonWriter writer, WeekLabel value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
