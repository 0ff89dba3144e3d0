using System.Text;
using System.Text.Json;

namespace Pipeline.Host.Commands;

/// <summary>What a rebuild would change, as an editor thinks of it: themes and the claims in them, told from the two data files.</summary>
internal static class ClaimDifference
{
    public static void Print(string digests, PublishReport report, TextWriter output)
    {
        var path = report.Changed.FirstOrDefault(path => path.StartsWith("data/", StringComparison.Ordinal) && !path.StartsWith("data/schema/", StringComparison.Ordinal));
        if (path is null || !File.Exists(Path.Combine(digests, path)))
            return;
        foreach (var line in Lines(File.ReadAllText(Path.Combine(digests, path)), Encoding.UTF8.GetString(report.Files.Single(file => file.Path == path).Content)))
            output.WriteLine(line);
    }

    /// <param name="before">A data file, as it is published.</param>
    /// <param name="after">The same week's, as it would be.</param>
    internal static IReadOnlyList<string> Lines(string before, string after)
    {
        try
        {
            var (old, now) = (Parts(JsonElement.Parse(before)), Parts(JsonElement.Parse(after)));
            return [.. old.Keys.Concat(now.Keys).Distinct(StringComparer.Ordinal).SelectMany(id => Lines(old.GetValueOrDefault(id), now.GetValueOrDefault(id)))];
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ["the data file that is published can't be compared: it is of another shape"];
        }
    }

    private static IEnumerable<string> Lines(Part? before, Part? after)
    {
        var (taken, put) = (before?.Claims ?? [], after?.Claims ?? []);
        var changes = taken.Except(put).Select(text => $"  - {text}").Concat(put.Except(taken).Select(text => $"  + {text}")).ToArray();
        if (before?.Title == after?.Title && changes.Length == 0)
            return [];
        var title = before is null ? $"new: {after!.Title}" : after is null ? $"gone: {before.Title}" : before.Title == after.Title ? after.Title : $"{before.Title} → {after.Title}";
        return changes.Prepend(title);
    }

    /// <summary>By id: the themes, then what stands outside them.</summary>
    private static Dictionary<string, Part> Parts(JsonElement data)
    {
        var texts = data.GetProperty("claims").EnumerateArray().ToDictionary(claim => Text(claim, "id"), claim => Text(claim, "text"), StringComparer.Ordinal);
        var themes = data.GetProperty("themes").EnumerateArray().ToArray();
        var parts = themes.ToDictionary(theme => Text(theme, "id"), theme => new Part(Text(theme, "title"), [.. Claims(theme).Select(id => texts[id])]), StringComparer.Ordinal);
        var inThemes = themes.SelectMany(Claims).ToHashSet(StringComparer.Ordinal);
        parts[""] = new Part("outside the themes", [.. texts.Where(pair => !inThemes.Contains(pair.Key)).Select(pair => pair.Value)]);
        return parts;
    }

    private static IEnumerable<string> Claims(JsonElement theme) => theme.GetProperty("claims").EnumerateArray().Select(id => id.GetString()!);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private sealed record Part(string Title, IReadOnlyList<string> Claims);
}
