using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pipeline.Host.Commands.Inspect;

/// <summary>One input to inspect: the name it goes by in the output, where it lies, and the URL it came from.</summary>
internal sealed record Input(string File, string Path, string? Url)
{
    /// <exception cref="IOException">It can't be read, and why.</exception>
    public byte[] Bytes()
    {
        if (Directory.Exists(Path))
            throw new IOException("this is a folder: name the files in it, or list them with --list");
        return System.IO.File.Exists(Path) ? System.IO.File.ReadAllBytes(Path) : throw new IOException("there is no such file");
    }
}

/// <summary>The inputs of an inspection: files named one by one, or in a JSON Lines list.</summary>
internal static class InputList
{
    public static IReadOnlyList<Input> Read(IReadOnlyList<string> files, string? list, string? folder, string? url)
    {
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            throw new UsageException($"--url: '{url}' is no web address; one looks like https://lab.example/page");
        if (folder is not null)
            NamedFile.Folder(folder);
        var inputs = files.Select(file => new Input(file, file, url)).ToList();
        if (list is not null)
            inputs.AddRange(Rows(list).Select(row => Listed(row, list, folder)));
        return inputs.Count > 0 ? inputs : throw new UsageException("name a FILE or a --list FILE.jsonl to inspect");
    }

    /// <summary>The rows of a JSON Lines file, each an object.</summary>
    public static IEnumerable<JsonObject> Rows(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(NamedFile.ToRead(path)))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Row(line, path, number);
        }
    }

    /// <summary>A string property; null where it is absent, null or something else.</summary>
    public static string? Text(JsonObject row, string name) =>
        row[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Row(string line, string path, int number)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject ?? throw new UsageException($"{path}:{number}: a JSON object is wanted on each line");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{path}:{number}: no JSON: {exception.Message}");
        }
    }

    private static Input Listed(JsonObject row, string list, string? folder)
    {
        var file = Text(row, "file") ?? throw new UsageException($"{list}: a row without \"file\"");
        return new Input(file, folder is null ? file : Path.Combine(folder, file), Text(row, "url"));
    }
}
