using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>What is read of entries and of the articles made of them.</summary>
internal static class EntryTable
{
    public static async Task<IReadOnlyList<Article>> ArticlesAsync(Session session, Window window)
    {
        var rows = await session.QueryAsync<ArticleRow>(
            """
            SELECT e.feed AS Feed, e.id AS Entry, r.article AS Article
            FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
            WHERE e.published >= @start AND e.published < @end
            """,
            new { start = InstantText.Of(window.Start), end = InstantText.Of(window.End) });
        // Ordered here, not there: what comes first must not hang on a database's collation.
        return [.. rows.Select(row => (Article: Document.Read<Article>(row.Article), row.Feed, row.Entry))
            .OrderBy(row => row.Article.Published)
            .ThenBy(row => row.Article.Url, StringComparer.Ordinal)
            .ThenBy(row => row.Feed, StringComparer.Ordinal)
            .ThenBy(row => row.Entry, StringComparer.Ordinal)
            .Select(row => row.Article)];
    }

    public static async Task<IReadOnlyList<Revision>> RevisionsAsync(Session session, Window window, DateTimeOffset after)
    {
        var rows = await session.QueryPreparedAsync(
            """
            SELECT e.feed, e.id, r.number, r.seen, r.article
            FROM entry e JOIN revision r ON r.entry_key = e.entry_key
            WHERE e.published >= @start AND e.published < @end AND e.newest > 1
              AND EXISTS (SELECT 1 FROM revision later WHERE later.entry_key = e.entry_key AND later.seen > @after)
            """,
            reader => new Revision(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), InstantText.Parse(reader.GetString(3)), Document.Read<Article>(reader.GetString(4))),
            ("@start", InstantText.Of(window.Start)),
            ("@end", InstantText.Of(window.End)),
            ("@after", InstantText.Of(after)));
        return [.. rows.OrderBy(row => row.Feed, StringComparer.Ordinal).ThenBy(row => row.Entry, StringComparer.Ordinal).ThenBy(row => row.Number)];
    }

    /// <summary>The longest due first.</summary>
    public static async Task<IReadOnlyList<OwedPage>> OwedPagesAsync(Session session, DateTimeOffset now) => await session.QueryPreparedAsync(
        """
        SELECT e.feed, e.id, r.entry, r.fingerprint, e.first_seen, e.page_attempts
        FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
        WHERE e.page_due <= @now
        ORDER BY e.page_due, e.entry_key
        """,
        reader => new OwedPage(
            reader.GetString(0),
            Document.Read<Entry>(reader.GetString(2)) with { Id = reader.GetString(1) },
            reader.GetString(3),
            InstantText.Parse(reader.GetString(4)),
            reader.GetInt32(5)),
        ("@now", InstantText.Of(now)));

    public static async Task<IReadOnlyDictionary<string, FeedActivity>> ActivityAsync(Session session, DateTimeOffset since)
    {
        var rows = await session.QueryPreparedAsync(
            "SELECT feed, COUNT(*), MIN(published), MAX(published) FROM entry WHERE published >= @since GROUP BY feed",
            reader => (Feed: reader.GetString(0), Activity: new FeedActivity(
                reader.GetInt32(1), InstantText.Parse(reader.GetString(2)), InstantText.Parse(reader.GetString(3)))),
            ("@since", InstantText.Of(since)));
        return rows.ToDictionary(row => row.Feed, row => row.Activity, StringComparer.Ordinal);
    }

    private sealed record ArticleRow(string Feed, string Entry, string Article);
}
