using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>Entries, their revisions, and the articles made of them.</summary>
internal static class EntryTable
{
    /// <summary>How many keys one statement asks for: SQLite allows 32,766 parameters, but text this long is parsed each time.</summary>
    private const int Batch = 500;

    public static async Task<IReadOnlyDictionary<string, Held>> HeldAsync(Session session, string feed, IEnumerable<string> ids)
    {
        var held = new Dictionary<string, Held>(StringComparer.Ordinal);
        foreach (var batch in ids.Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            var byKey = batch.ToLookup(id => EntryKey.Of(feed, id), StringComparer.Ordinal);
            foreach (var row in await session.QueryAsync<HeldRow>(
                """
                SELECT e.entry_key AS Key, e.first_seen AS FirstSeen, r.fingerprint AS Fingerprint
                FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
                WHERE e.entry_key IN @keys
                """,
                new { keys = byKey.Select(ids => ids.Key) }))
            {
                foreach (var id in byKey[row.Key])
                    held[id] = new Held(row.Fingerprint, InstantText.Parse(row.FirstSeen));
            }
        }
        return held;
    }

    public static async Task KeepAsync(Session session, Keeping keeping)
    {
        var key = EntryKey.Of(keeping.Feed, keeping.Entry.Id);
        var newest = await session.FirstAsync<NewestRow>(
            """
            SELECT r.number AS Number, r.fingerprint AS Fingerprint, r.article AS Article
            FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
            WHERE e.entry_key = @key
            """,
            new { key });
        if (newest?.Fingerprint == keeping.Fingerprint)
            return;

        var article = newest is null ? keeping.Article : Revised(keeping.Article, Document.Read<Article>(newest.Article));
        await WriteAsync(session, keeping, article, key, (newest?.Number ?? 0) + 1);
    }

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

    /// <summary>
    /// What was first seen stays so. A revision that says no date keeps the one that the entry had: it would change its week else.
    /// </summary>
    private static Article Revised(Article article, Article before)
    {
        var revised = article with { FirstSeen = before.FirstSeen };
        return article.DatedBy == DatedBy.FirstSeen ? revised with { Published = before.Published, DatedBy = before.DatedBy } : revised;
    }

    private static async Task WriteAsync(Session session, Keeping keeping, Article article, string key, int number)
    {
        await session.ExecuteAsync(
            """
            INSERT INTO entry (entry_key, feed, id, first_seen, newest, published, url)
            VALUES (@key, @Feed, @Id, @firstSeen, @number, @published, @Url)
            ON CONFLICT (entry_key) DO UPDATE SET newest = excluded.newest, published = excluded.published, url = excluded.url
            """,
            new
            {
                key,
                keeping.Feed,
                keeping.Entry.Id,
                firstSeen = InstantText.Of(article.FirstSeen),
                number,
                published = InstantText.Of(article.Published),
                article.Url,
            });
        await session.ExecuteAsync(
            """
            INSERT INTO revision (entry_key, number, fingerprint, seen, entry, article)
            VALUES (@key, @number, @Fingerprint, @seen, @entry, @article)
            """,
            new
            {
                key,
                number,
                keeping.Fingerprint,
                seen = InstantText.Of(keeping.Article.FirstSeen),
                entry = Document.Of(keeping.Entry),
                article = Document.Of(article),
            });
    }

    private sealed record HeldRow(string Key, string FirstSeen, string Fingerprint);

    private sealed record NewestRow
    {
        public int Number { get; init; }

        public string Fingerprint { get; init; } = "";

        public string Article { get; init; } = "";
    }

    private sealed record ArticleRow(string Feed, string Entry, string Article);
}
