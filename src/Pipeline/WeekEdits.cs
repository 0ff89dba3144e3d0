using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Digests;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline;

/// <summary>What an editor decided for a week: <c>digests/edits/2026-W06.yaml</c>, read by every rebuild and written only when an editor asks for it.</summary>
public static partial class WeekEdits
{
    public static string PathOf(string digests, WeekLabel week) => Path.Combine(digests, "edits", $"{week}.yaml");

    /// <summary>In the order of the file; none where there is none.</summary>
    /// <exception cref="SettingsException">With every fault of the file.</exception>
    public static IReadOnlyList<Edit> Read(string digests, WeekLabel week) =>
        PathOf(digests, week) is var file && File.Exists(file) ? EditsFile.Load(file) : [];

    /// <summary>Adds edits at the end of the file; what stands there stays as it is, comments too.</summary>
    /// <param name="edits">Each with two spaces before its dash.</param>
    /// <exception cref="TroubleException">The file is written in a way that can't be added to; nothing was changed.</exception>
    public static void Add(string digests, WeekLabel week, IReadOnlyList<string> edits)
    {
        var file = PathOf(digests, week);
        var standing = Read(digests, week);
        var text = With(File.Exists(file) ? File.ReadAllText(file) : "", string.Concat(edits));
        if (!IsAdded(text, file, standing.Count + edits.Count))
            throw new TroubleException($"{file} can't be added to: write what is shown above into it by hand, under 'edits:'");
        new DigestFolder(digests).Replace([new OutputFile($"edits/{week}.yaml", Encoding.UTF8.GetBytes(text))]);
    }

    private static string With(string text, string added)
    {
        if (text.Length > 0 && text[^1] != '\n')
            text += "\n";
        // The list goes on with the indentation that it has.
        var indent = Dash().Match(text) is { Success: true } dash ? dash.Groups[1].Value : "  ";
        var lines = added.TrimEnd('\n').Split('\n').Select(line => indent + line[2..] + "\n");
        return text + (Head().IsMatch(text) ? "" : "edits:\n") + string.Concat(lines);
    }

    private static bool IsAdded(string text, string file, int count)
    {
        try
        {
            return EditsFile.Parse(text, file).Count == count;
        }
        catch (SettingsException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^([ ]*)- ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex("^edits:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Head();
}
