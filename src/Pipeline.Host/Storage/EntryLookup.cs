using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>Finds the entries of a feed that are held, by id, then by link. The rules are <see cref="EntryIdentity"/>'s.</summary>
internal static class EntryLookup
{
    public static async Task<IReadOnlyDictionary<string, Held>> FindAsync(Session session, string feed, IReadOnlyCollection<Entry> entries)
    {
        var held = new Dictionary<string, Held>(StringComparer.Ordinal);
        if (!await IsKnownAsync(session, feed))
            return held;
        foreach (var entry in entries)
            if (await FindAsync(session, EntryKey.Of(feed, entry.Id)) is { } found)
                held[entry.Id] = found with { Id = entry.Id };
        var sought = EntryIdentity.Sought(entries, held.ContainsKey);
        if (sought.Count == 0)
            return held;
        var linked = await LinkedAsync(session, feed, sought.Keys);
        foreach (var (entry, other) in EntryIdentity.Found(sought, linked, held.ContainsKey).ToList())
            held[entry.Id] = (await FindAsync(session, EntryKey.Of(feed, other.Id)))!;
        return held;
    }

    /// <summary>Of a feed that is read for the first time nothing is held.</summary>
    private static async Task<bool> IsKnownAsync(Session session, string feed)
    {
        var (first, last) = EntryKey.Range(feed);
        var found = await session.QueryPreparedAsync(
            "SELECT 1 FROM entry WHERE entry_key > @first AND entry_key < @last LIMIT 1", _ => true, ("@first", first), ("@last", last));
        return found.Count > 0;
    }

    private static async Task<Held?> FindAsync(Session session, string key)
    {
        var found = await session.QueryPreparedAsync(
            """
            SELECT e.id, r.fingerprint, e.first_seen
            FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
            WHERE e.entry_key = @key
            """,
            reader => new Held(reader.GetString(0), reader.GetString(1), InstantText.Parse(reader.GetString(2))),
            ("@key", key));
        return found.FirstOrDefault();
    }

    private static async Task<ILookup<string, Entry>> LinkedAsync(Session session, string feed, IEnumerable<string> links)
    {
        var linked = new List<(string Link, Entry Entry)>();
        foreach (var link in links)
        {
            // Two are as many as a hundred: the link belongs to neither.
            var found = await session.QueryPreparedAsync(
                """
                SELECT e.id, r.entry
                FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
                WHERE e.link_key = @link
                LIMIT 2
                """,
                reader => Document.Read<Entry>(reader.GetString(1)) with { Id = reader.GetString(0) },
                ("@link", EntryKey.OfLink(feed, link)));
            linked.AddRange(found.Select(entry => (link, entry)));
        }

        return linked.ToLookup(one => one.Link, one => one.Entry, StringComparer.Ordinal);
    }
}
