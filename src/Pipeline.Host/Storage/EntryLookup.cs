using System.Globalization;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>Finds the entries of a feed that are held, by id, then by link. The rules are <see cref="EntryIdentity"/>'s.</summary>
internal static class EntryLookup
{
    private const int Batch = 32;

    private static readonly string[] Names = [.. Enumerable.Range(0, Batch).Select(at => string.Create(CultureInfo.InvariantCulture, $"@key{at}"))];

    private static readonly string FindSql =
        $"""
        SELECT e.entry_key, e.id, r.fingerprint, e.first_seen
        FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
        WHERE e.entry_key IN ({string.Join(", ", Names)})
        """;

    public static async Task<IReadOnlyDictionary<string, Held>> FindAsync(Session session, string feed, IReadOnlyCollection<Entry> entries)
    {
        var held = new Dictionary<string, Held>(StringComparer.Ordinal);
        if (!await IsKnownAsync(session, feed))
            return held;
        var ids = entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).ToLookup(id => EntryKey.Of(feed, id), StringComparer.Ordinal);
        foreach (var found in await FindAsync(session, [.. ids.Select(id => id.Key)]))
            foreach (var id in ids[found.Key])
                held[id] = found.Held with { Id = id };
        var sought = EntryIdentity.Sought(entries, held.ContainsKey);
        if (sought.Count == 0)
            return held;
        var linked = await LinkedAsync(session, feed, sought.Keys);
        foreach (var (entry, other) in EntryIdentity.Found(sought, linked, held.ContainsKey).ToList())
            held[entry.Id] = (await FindAsync(session, [EntryKey.Of(feed, other.Id)])).Single().Held;
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

    /// <remarks>Many at a time, for a server's sake, that may be far away; always as many, so that the statement stays the same.</remarks>
    private static async Task<List<(string Key, Held Held)>> FindAsync(Session session, IReadOnlyList<string> keys)
    {
        var found = new List<(string, Held)>();
        foreach (var some in keys.Chunk(Batch))
        {
            found.AddRange(await session.QueryPreparedAsync(
                FindSql,
                reader => (reader.GetString(0), new Held(reader.GetString(1), reader.GetString(2), InstantText.Parse(reader.GetString(3)))),
                [.. Names.Select((name, at) => (name, (object?)some.ElementAtOrDefault(at)))]));
        }

        return found;
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
