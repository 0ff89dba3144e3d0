using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pipeline.Digests.Checking;

/// <summary>Holds a data file against its JSON Schema: as much of draft 2020-12 as <see cref="DigestSchema"/> uses.</summary>
internal sealed class SchemaCheck(JsonElement schema, JsonPlaces places)
{
    private static readonly JsonElement OfData = JsonElement.Parse(DigestSchema.Text);

    /// <summary>The few patterns of the schema: to build one takes longer than to check a page.</summary>
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static IReadOnlyList<Finding> Run(JsonElement data, JsonPlaces places) => Run(OfData, data, places);

    /// <param name="schema">Another schema of ours, which keeps to the same part of the draft.</param>
    public static IReadOnlyList<Finding> Run(JsonElement schema, JsonElement data, JsonPlaces places) => [.. new SchemaCheck(schema, places).Validate(data, schema, "")];

    private IEnumerable<Finding> Validate(JsonElement value, JsonElement rule, string path)
    {
        if (rule.TryGetProperty("$ref", out var reference))
            rule = schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        if (Mistake(value, rule) is { } mistake)
            return [places.Finding(path, mistake)];
        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, rule, path),
            JsonValueKind.Array => rule.TryGetProperty("items", out var items)
                ? value.EnumerateArray().SelectMany((element, index) => Validate(element, items, JsonPath.At(path, index)))
                : [],
            _ => [],
        };
    }

    private List<Finding> Members(JsonElement value, JsonElement rule, string path)
    {
        var findings = new List<Finding>();
        var members = rule.GetProperty("properties");
        foreach (var name in rule.GetProperty("required").EnumerateArray().Select(required => required.GetString()!))
            if (!value.TryGetProperty(name, out _))
                findings.Add(places.Finding(path, $"'{name}' is missing"));
        foreach (var member in value.EnumerateObject())
        {
            var inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (members.TryGetProperty(member.Name, out var memberRule))
                findings.AddRange(Validate(member.Value, memberRule, inner));
            else
                findings.Add(places.Finding(inner, "there is no such member in the schema"));
        }

        return findings;
    }

    private static string? Mistake(JsonElement value, JsonElement rule)
    {
        if (rule.TryGetProperty("type", out var type) && !IsOf(value, type))
            return $"must be {type}";
        if (rule.TryGetProperty("const", out var one) && !JsonElement.DeepEquals(one, value))
            return $"must be {one.GetRawText()}";
        if (rule.TryGetProperty("enum", out var some) && !some.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)))
            return $"must be one of {some.GetRawText()}";
        if (rule.TryGetProperty("minItems", out var fewest) && value.GetArrayLength() < fewest.GetInt32())
            return "must not be empty";
        if (rule.TryGetProperty("minLength", out var shortest) && value.GetString()!.Length < shortest.GetInt32())
            return "must not be empty";
        if (rule.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble())
            return $"must be {least} or more";
        if (rule.TryGetProperty("pattern", out var pattern) && !Pattern(pattern.GetString()!).IsMatch(value.GetString()!))
            return $"must match {pattern}";
        return null;
    }

    private static bool IsOf(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOf(value, one))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "null" => value.ValueKind == JsonValueKind.Null,
            var unknown => throw new NotSupportedException($"The schema asks for the type '{unknown}'."),
        };

    private static Regex Pattern(string pattern) =>
        Patterns.GetOrAdd(pattern, text => new Regex(text, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}
