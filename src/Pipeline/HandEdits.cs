using Pipeline.Digests;

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
}
