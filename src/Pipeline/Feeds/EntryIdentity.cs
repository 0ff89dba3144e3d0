using Pipeline.Linguistics;
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

    /// <summary>What an entry that lost its id may be known by: its link's key; null where it has none of its own.</summary>
    public static string? LinkOf(Entry entry) => LinkKey.Of(entry.Url) is { } key && !LinkKey.IsFrontPage(key) ? key : null;

    /// <summary>The links to look for in the archive: those of entries whose ids it doesn't know, where no other entry of the feed has the same.</summary>
    /// <param name="entries">All that the feed shows.</param>
    /// <param name="known">Whether an id is held.</param>
    public static IReadOnlyDictionary<string, Entry> Sought(IReadOnlyCollection<Entry> entries, Predicate<string> known)
    {
        if (entries.All(entry => known(entry.Id)))
            return new Dictionary<string, Entry>();
        return entries.DistinctBy(entry => entry.Id, StringComparer.Ordinal)
            .Select(entry => (Entry: entry, Link: LinkOf(entry)))
            .Where(one => one.Link is not null)
            .GroupBy(one => one.Link!, one => one.Entry, StringComparer.Ordinal)
            .Where(same => same.Count() == 1 && !known(same.First().Id))
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>Which held entry is meant by which of those sought, at most one by each: the only one with its link, that no id has claimed.</summary>
    /// <param name="sought">From <see cref="Sought"/>.</param>
    /// <param name="held">All that the archive holds of the feed with these links, by link.</param>
    /// <param name="known">As for <see cref="Sought"/>.</param>
    public static IEnumerable<(Entry Entry, Entry Held)> Found(
        IReadOnlyDictionary<string, Entry> sought, ILookup<string, Entry> held, Predicate<string> known) =>
        from one in sought
        let candidates = held[one.Key].Take(2).ToList()
        where candidates.Count == 1 && !known(candidates[0].Id) && IsSame(one.Value, candidates[0])
        select (one.Value, candidates[0]);

    /// <summary>A link alone is no proof: a page of releases is linked by each of them.</summary>
    private static bool IsSame(Entry entry, Entry held) =>
        Agree(Folded(entry.Title), Folded(held.Title)) || Agree(entry.Published, held.Published) || IsMadeOfLink(entry) || IsMadeOfLink(held);

    private static bool Agree<T>(T? one, T? other) => one is not null && other is not null && one.Equals(other);

    private static string? Folded(string? title) => title is null
        ? null
        : string.Join(' ', Normalization.Nfkc(title).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The id says no more than the link does. With a fragment it names a part of the page.</summary>
    private static bool IsMadeOfLink(Entry entry)
    {
        // As Distinct writes it.
        var id = entry.Id[(entry.Id.LastIndexOf('\n') + 1)..];
        return !id.Contains('#', StringComparison.Ordinal) && LinkKey.Of(id) is { } key && key == LinkOf(entry);
    }
}
