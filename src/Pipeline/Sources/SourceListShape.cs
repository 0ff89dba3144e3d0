using System.Globalization;
using System.Text;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>How a list of sources is laid out, and where it ends.</summary>
/// <param name="At">The offset at which more sources go, at the start of a line or at the end of the text.</param>
/// <param name="Dash">How far the dashes are indented.</param>
/// <param name="Key">How far the keys are.</param>
/// <param name="IsSpaced">Whether a blank line stands between two sources.</param>
/// <param name="Head">A line that has to come first: the list's own key where there is none yet.</param>
internal sealed record SourceListShape(int At, int Dash, int Key, bool IsSpaced, string? Head = null)
{
    public static SourceListShape Of(string yaml, Sequence list)
    {
        var (dash, key) = (list.Place.Column - 1, list.Items[^1].Place.Column - 1);
        var spaced = list.Items.Count > 1 && HasBlankLine(yaml, list.Items[^2].End, list.Items[^1].Place.Line);
        return new SourceListShape(AfterRemarks(yaml, LineAfter(yaml, Content(yaml, list.Items[^1].End)), dash), dash, Math.Max(key, dash + 2), spaced);
    }

    /// <summary>A file whose list is empty, or not there at all.</summary>
    /// <param name="end">The offset behind <c>sources:</c>; null where that is missing.</param>
    public static SourceListShape ToBegin(string yaml, int? end) => end is { } at
        ? new SourceListShape(LineAfter(yaml, at), 2, 4, IsSpaced: false)
        : new SourceListShape(yaml.Length, 2, 4, IsSpaced: false, Head: "sources:");

    public SourceListEdit Insert(string yaml, IReadOnlyList<Source> sources)
    {
        var added = string.Concat(sources.Select(source => (IsSpaced ? "\n" : "") + Text(source)));
        if (Head is not null)
            added = Head + "\n" + added;
        var before = At > 0 && yaml[At - 1] != '\n' ? yaml[..At] + "\n" : yaml[..At];
        var line = before.Count(character => character == '\n') + (added[0] == '\n' ? 2 : 1);
        var text = before + added;
        // The file's own line endings, in what is put in alone.
        if (yaml.Contains("\r\n", StringComparison.Ordinal))
            text = yaml[..At] + text[At..].Replace("\n", "\r\n", StringComparison.Ordinal);
        return new SourceListEdit(text + yaml[At..], added.TrimStart('\n'), line);
    }

    private string Text(Source source)
    {
        var text = new StringBuilder(new string(' ', Dash)).Append('-').Append(' ', Key - Dash - 1).Append("name: ").Append(YamlText.Of(source.Name)).Append('\n');
        Add("url", YamlText.Of(source.Url.AbsoluteUri));
        if (source.Language is { } language)
            Add("language", YamlText.Of(language));
        if (source.Weight != 1)
            Add("weight", source.Weight.ToString("0.######", CultureInfo.InvariantCulture));
        if (source.AllowPrivate)
            Add("allow-private", "true");
        return text.ToString();

        void Add(string key, string value) => text.Append(' ', Key).Append(key).Append(": ").Append(value).Append('\n');
    }

    /// <summary>Past the remarks that are indented as the list is: they stand in it, or below its last source.</summary>
    private static int AfterRemarks(string yaml, int at, int dash)
    {
        for (var next = at; next < yaml.Length;)
        {
            var end = LineAfter(yaml, next);
            var line = yaml[next..end].TrimEnd();
            var indent = line.Length - line.TrimStart().Length;
            if (line.Length > 0 && (line[indent] != '#' || indent < Math.Max(dash, 1)))
                break;
            (next, at) = (end, line.Length > 0 ? end : at);
        }

        return at;
    }

    /// <summary>Whether a blank line stands between an offset and a line counted from 1.</summary>
    private static bool HasBlankLine(string yaml, int from, int toLine)
    {
        var next = yaml.AsSpan(0, Content(yaml, from)).Count('\n') + 1;
        return yaml.Split('\n').Skip(next).Take(toLine - 1 - next).Any(string.IsNullOrWhiteSpace);
    }

    /// <summary>A block scalar ends behind the blank lines that follow it: what counts is its last sign.</summary>
    private static int Content(string yaml, int end) => yaml.AsSpan(0, end).TrimEnd().Length;

    private static int LineAfter(string yaml, int at)
    {
        var end = yaml.IndexOf('\n', at);
        return end < 0 ? yaml.Length : end + 1;
    }
}
