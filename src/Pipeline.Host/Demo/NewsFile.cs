using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Host.Demo;

/// <summary>
/// Reads news.md: an item is a line <c># Title</c>, lines <c>key: value</c>, and paragraphs between blank lines.
/// HTML comments are for editors and go unread.
/// </summary>
internal sealed partial class NewsFile(DemoPublisher publisher)
{
    private static readonly string[] _keys = ["path", "published", "updated", "author", "categories", "summary", "page", "dated"];

    public IReadOnlyList<DemoItem> Read(string text) =>
        [.. ItemStart().Split(Comment().Replace(text.ReplaceLineEndings("\n"), "")).Skip(1).Select(Item)];

    private DemoItem Item(string block)
    {
        var blocks = Blank().Split(block.Trim());
        var head = blocks[0].Split('\n');
        var title = head[0].Trim();
        var keys = Keys(title, head[1..]);
        var paragraphs = blocks[1..];
        if (paragraphs.Length == 0)
            throw new FormatException($"'{title}' has no text.");

        var path = Needed(title, keys, "path");
        var published = Needed(title, keys, "published");
        return new DemoItem
        {
            Title = title,
            Path = path,
            Url = $"https://{publisher.Host}{path}",
            Published = Instant(published),
            Updated = Instant(keys.GetValueOrDefault("updated", published)),
            Dated = keys.GetValueOrDefault("dated") != "no",
            Author = keys.GetValueOrDefault("author", ""),
            Categories = [.. keys.GetValueOrDefault("categories", "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Summary = keys.GetValueOrDefault("summary", paragraphs[0]),
            Paragraphs = paragraphs,
            Page = keys.TryGetValue("page", out var page) ? Enum.Parse<DemoPage>(page, ignoreCase: true) : DemoPage.Article,
        };
    }

    private static Dictionary<string, string> Keys(string title, IEnumerable<string> lines)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || !_keys.Contains(line[..colon]) || !keys.TryAdd(line[..colon], line[(colon + 2)..].Trim()))
                throw new FormatException($"'{title}': the line '{line}' is none of {string.Join(", ", _keys)}, each once.");
        }

        return keys;
    }

    private static string Needed(string title, Dictionary<string, string> keys, string key) =>
        keys.GetValueOrDefault(key) ?? throw new FormatException($"'{title}' has no {key}.");

    private DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact($"{text} {publisher.Offset}", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex ItemStart();

    [GeneratedRegex("\n{2,}")]
    private static partial Regex Blank();

    [GeneratedRegex("<!--.*?-->\n?", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
