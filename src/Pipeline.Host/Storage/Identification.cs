using Pipeline.Clipping;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>
/// Version 2 gives entries other keys, knows them by their link as well, and has other fingerprints: without those every entry
/// would look revised.
/// </summary>
internal static class Identification
{
    private const int Batch = 500;

    public static async Task FillAsync(Session session)
    {
        var last = "";
        while (await BatchAsync(session, last) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                await CopyAsync(session, row);
            last = rows[^1].OldKey;
        }

        await session.ExecuteAsync("DROP TABLE revision_of_version_1");
        await session.ExecuteAsync("DROP TABLE entry_of_version_1");
    }

    private static Task<List<Row>> BatchAsync(Session session, string last) => session.QueryPreparedAsync(
        """
        SELECT e.entry_key, e.feed, e.id, r.entry
        FROM entry_of_version_1 e JOIN revision_of_version_1 r ON r.entry_key = e.entry_key AND r.number = e.newest
        WHERE e.entry_key > @last
        ORDER BY e.entry_key LIMIT @batch
        """,
        reader => new Row(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3)),
        ("@last", last),
        ("@batch", Batch));

    private static async Task CopyAsync(Session session, Row row)
    {
        var (key, entry) = (EntryKey.Of(row.Feed, row.Id), Document.Read<Entry>(row.Entry));
        await session.ExecutePreparedAsync(
            """
            INSERT INTO entry (entry_key, feed, id, first_seen, newest, published, url, link_key, page_attempts)
            SELECT @key, feed, id, first_seen, newest, published, url, @link, 0 FROM entry_of_version_1 WHERE entry_key = @old
            """,
            ("@key", key),
            ("@link", EntryKey.OfLink(row.Feed, EntryIdentity.LinkOf(entry))),
            ("@old", row.OldKey));
        await session.ExecutePreparedAsync(
            """
            INSERT INTO revision (entry_key, number, fingerprint, seen, entry, article)
            SELECT @key, r.number, CASE WHEN r.number = e.newest THEN @fingerprint ELSE r.fingerprint END, r.seen, r.entry, r.article
            FROM revision_of_version_1 r JOIN entry_of_version_1 e ON e.entry_key = r.entry_key
            WHERE r.entry_key = @old
            """,
            ("@key", key),
            ("@fingerprint", EntryArticle.Fingerprint(entry)),
            ("@old", row.OldKey));
    }

    private sealed record Row(string OldKey, string Feed, string Id, string Entry);
}
