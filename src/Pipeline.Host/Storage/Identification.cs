using Pipeline.Clipping;
using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>Version 2 knows entries by their link as well, and has other fingerprints: without them every entry would look revised.</summary>
internal static class Identification
{
    private const int Batch = 500;

    public static async Task FillAsync(Session session)
    {
        var last = "";
        while (await BatchAsync(session, last) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                await FillAsync(session, row);
            last = rows[^1].Key;
        }
    }

    private static Task<List<Row>> BatchAsync(Session session, string last) => session.QueryPreparedAsync(
        """
        SELECT e.entry_key, e.feed, e.newest, r.entry
        FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
        WHERE e.entry_key > @last
        ORDER BY e.entry_key LIMIT @batch
        """,
        reader => new Row(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetString(3)),
        ("@last", last),
        ("@batch", Batch));

    private static async Task FillAsync(Session session, Row row)
    {
        var entry = Document.Read<Entry>(row.Entry);
        await session.ExecutePreparedAsync(
            "UPDATE entry SET link_key = @link WHERE entry_key = @key",
            ("@link", EntryKey.OfLink(row.Feed, EntryIdentity.LinkOf(entry))),
            ("@key", row.Key));
        await session.ExecutePreparedAsync(
            "UPDATE revision SET fingerprint = @fingerprint WHERE entry_key = @key AND number = @number",
            ("@fingerprint", EntryArticle.Fingerprint(entry)),
            ("@key", row.Key),
            ("@number", row.Number));
    }

    private sealed record Row(string Key, string Feed, int Number, string Entry);
}
