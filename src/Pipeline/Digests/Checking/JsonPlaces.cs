using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pipeline.Digests.Checking;

/// <summary>On which line each value of a JSON file stands, by its path: <c>claims[3].evidence[0].item</c>.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonPlaces(string file, string json)
    {
        File = file;
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var open = new Stack<(string Path, int Next)>();
        var (line, position, name) = (1, 0, "");
        while (reader.Read())
        {
            line += bytes.AsSpan(position, (int)reader.TokenStartIndex - position).Count((byte)'\n');
            position = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop();
                continue;
            }

            var path = PathOf(open, name);
            lines.TryAdd(path, line);
            if (reader.TokenType == JsonTokenType.StartArray)
                open.Push((path, 0));
            else if (reader.TokenType == JsonTokenType.StartObject)
                open.Push((path, -1));
        }
    }

    public string File { get; }

    /// <summary>The value's line; where there is none, that of the innermost value around it.</summary>
    public int Line(string path)
    {
        while (true)
        {
            if (lines.TryGetValue(path, out var line) || path.Length == 0)
                return Math.Max(line, 1);
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }
    }

    public Finding Finding(string path, string what) => new(File, Line(path), path.Length == 0 ? what : $"{path}: {what}");

    /// <summary>The next value's path: an element of the innermost array, else the member last named.</summary>
    private static string PathOf(Stack<(string Path, int Next)> open, string name)
    {
        if (!open.TryPop(out var around))
            return "";
        open.Push(around.Next < 0 ? around : (around.Path, around.Next + 1));
        if (around.Next >= 0)
            return string.Create(CultureInfo.InvariantCulture, $"{around.Path}[{around.Next}]");
        return around.Path.Length == 0 ? name : $"{around.Path}.{name}";
    }
}
