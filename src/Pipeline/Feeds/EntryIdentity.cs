using Pipeline.Model;

namespace Pipeline.Feeds;

/// <summary>What makes two entries of one feed the same.</summary>
public static class EntryIdentity
{
    /// <summary>
    /// Each entry once, the first of its kind. Feeds exist that give every item the same guid: entries that share an id but
    /// not their URL are different ones, and are told apart by both.
    /// </summary>
    public static IReadOnlyList<Entry> Distinct(IReadOnlyList<Entry> entries)
    {
        var ambiguous = entries.GroupBy(entry => entry.Id, StringComparer.Ordinal)
            .Where(same => same.Select(entry => entry.Url).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. entries
                .Select(entry => ambiguous.Contains(entry.Id) ? entry with { Id = $"{entry.Id}\n{entry.Url}" } : entry)
                .DistinctBy(entry => entry.Id, StringComparer.Ordinal),
        ];
    }
}
