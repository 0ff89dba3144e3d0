using System.Text;
using System.Text.Json;
using Pipeline.Analysis;
using Pipeline.Digests;
using Pipeline.Digests.Adopting;
using Pipeline.Digests.Checking;
using Pipeline.Model;

namespace Pipeline;

/// <summary>Finds the files of a week that somebody changed after they were written, so that no rebuild eats an editor's work.</summary>
internal static class HandEdits
{
    /// <param name="published">The week as the manifest under digests/ has it.</param>
    /// <param name="known">The hashes of what was last written or begun, from the archive; null where it knows nothing.</param>
    public static IReadOnlyList<string> Find(
        DigestFolder folder, IReadOnlyList<OutputFile> files, ManifestWeek? published, IReadOnlyDictionary<string, string>? known)
    {
        return [.. files.Where(IsEdited).Select(file => file.Path)];

        bool IsEdited(OutputFile file)
        {
            if (DigestWriter.IsOfAllWeeks(file.Path) || (published?.Files.ContainsKey(file.Path) != true && known?.ContainsKey(file.Path) != true))
                return false;
            var now = folder.Hash(file.Path);
            return now is not null && now != file.Hash
                && now != published?.Files.GetValueOrDefault(file.Path) && now != known?.GetValueOrDefault(file.Path);
        }
    }

    /// <summary>What was changed, as edits; those that <paramref name="standing"/> has already are left out.</summary>
    /// <param name="edited">As <see cref="Find"/> names them.</param>
    /// <param name="files">The week's files as they would be written.</param>
    public static Adoption Adopt(DigestFolder folder, IReadOnlyList<string> edited, IReadOnlyList<OutputFile> files, SitePaths paths, IEnumerable<Edit> standing)
    {
        var rebuilt = DigestJson.Read<DigestData>(Text(files, paths.Data));
        // A data file that was changed by hand says nothing of what the page was written from.
        var published = (edited.Contains(paths.Data) ? null : Data(folder.Text(paths.Data))) ?? rebuilt;
        var found = edited.Select(path => path switch
        {
            _ when path == paths.Digest => new HandChanges(published, Page(path, folder.Text(path)), rebuilt, Page(path, Text(files, path)), GroundingGate.Examine).Read(),
            _ when path == paths.News => NewsChanges.Read(published, Page(path, folder.Text(path))),
            _ => new Adoption([], [$"{path}:1: a data file is made from the pages' own source: change sources.yaml or the week's edits"]),
        }).Zip(edited, (one, path) => one is { Edits: [], Left: [] } ? one with { Left = [$"{path}:1: marks, spacing or links were changed, not the words"] } : one).ToArray();
        var known = standing.Select(edit => EditYaml.Write(edit)).ToHashSet(StringComparer.Ordinal);
        return new Adoption([.. found.SelectMany(one => one.Edits).Where(edit => !known.Contains(EditYaml.WithoutRemark(edit)))], [.. found.SelectMany(one => one.Left)]);
    }

    /// <summary>Null for another version's.</summary>
    private static DigestData? Data(string? json)
    {
        try
        {
            return json is null ? null : DigestJson.Read<DigestData>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Page Page(string path, string? text) => PageReader.Read(path, text ?? "");

    private static string Text(IReadOnlyList<OutputFile> files, string path) => Encoding.UTF8.GetString(files.Single(file => file.Path == path).Content);
}
