using Pipeline.Feeds;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>Keeps an entry: as a new one, as a revision of one that is held, or with the page that it owed.</summary>
internal static class EntryKeeping
{
    public static async Task KeepAsync(Session session, Keeping keeping)
    {
        var key = EntryKey.Of(keeping.Feed, keeping.Entry.Id);
        // Most are new: asked for nothing before.
        if (await InsertAsync(session, keeping, key))
            return;
        var newest = await NewestAsync(session, key);
        var isRevision = newest.Fingerprint != keeping.Fingerprint;
        if (!isRevision && !newest.OwesPage)
            return;
        var article = Joined(keeping.Article, await ArticleAsync(session, key, newest.Number));
        var number = isRevision ? newest.Number + 1 : newest.Number;
        await UpdateAsync(session, keeping, article, key, number);
        if (isRevision)
            await AddRevisionAsync(session, keeping, article, key, number);
        else
            await ReplaceArticleAsync(session, article, key, number);
    }

    /// <summary>
    /// What was first seen stays so. An article that says no date keeps the one that the entry had: it would change its week else.
    /// </summary>
    private static Article Joined(Article article, Article before)
    {
        var joined = article with { FirstSeen = before.FirstSeen };
        return article.DatedBy == DatedBy.FirstSeen ? joined with { Published = before.Published, DatedBy = before.DatedBy } : joined;
    }

    private static async Task<Newest> NewestAsync(Session session, string key)
    {
        // Before it is read: a statement of its own, so that the next one sees what another has written in the meantime.
        if (session.Dialect.HasRowLocks)
            await session.QueryPreparedAsync("SELECT 1 FROM entry WHERE entry_key = @key FOR UPDATE", _ => true, ("@key", key));
        var found = await session.QueryPreparedAsync(
            """
            SELECT r.number, r.fingerprint, e.page_due IS NOT NULL
            FROM entry e JOIN revision r ON r.entry_key = e.entry_key AND r.number = e.newest
            WHERE e.entry_key = @key
            """,
            reader => new Newest(reader.GetInt32(0), reader.GetString(1), reader.GetBoolean(2)),
            ("@key", key));
        return found.Single();
    }

    private static async Task<Article> ArticleAsync(Session session, string key, int number)
    {
        var found = await session.QueryPreparedAsync(
            "SELECT article FROM revision WHERE entry_key = @key AND number = @number",
            reader => Document.Read<Article>(reader.GetString(0)),
            ("@key", key),
            ("@number", number));
        return found.Single();
    }

    /// <summary>False where it is held already.</summary>
    private static async Task<bool> InsertAsync(Session session, Keeping keeping, string key)
    {
        var rows = await session.ExecutePreparedAsync(
            """
            INSERT INTO entry (entry_key, feed, id, first_seen, newest, published, url, link_key, page_due, page_attempts)
            VALUES (@key, @feed, @id, @seen, 1, @published, @url, @link, @due, @attempts)
            ON CONFLICT (entry_key) DO NOTHING
            """,
            ("@key", key),
            ("@feed", keeping.Feed),
            ("@id", keeping.Entry.Id),
            ("@seen", InstantText.Of(keeping.Article.FirstSeen)),
            ("@published", InstantText.Of(keeping.Article.Published)),
            ("@url", keeping.Article.Url),
            ("@link", EntryKey.OfLink(keeping.Feed, EntryIdentity.LinkOf(keeping.Entry))),
            ("@due", keeping.PageDue is { } due ? InstantText.Of(due) : null),
            ("@attempts", keeping.PageAttempts));
        if (rows > 0)
            await AddRevisionAsync(session, keeping, keeping.Article, key, 1);
        return rows > 0;
    }

    private static Task<int> UpdateAsync(Session session, Keeping keeping, Article article, string key, int number) => session.ExecutePreparedAsync(
        """
        UPDATE entry
        SET newest = @number, published = @published, url = @url, link_key = @link, page_due = @due, page_attempts = @attempts, pruned = NULL
        WHERE entry_key = @key
        """,
        ("@number", number),
        ("@published", InstantText.Of(article.Published)),
        ("@url", article.Url),
        ("@link", EntryKey.OfLink(keeping.Feed, EntryIdentity.LinkOf(keeping.Entry))),
        ("@due", keeping.PageDue is { } due ? InstantText.Of(due) : null),
        ("@attempts", keeping.PageAttempts),
        ("@key", key));

    private static Task<int> AddRevisionAsync(Session session, Keeping keeping, Article article, string key, int number) => session.ExecutePreparedAsync(
        """
        INSERT INTO revision (entry_key, number, fingerprint, seen, entry, article)
        VALUES (@key, @number, @fingerprint, @seen, @entry, @article)
        """,
        ("@key", key),
        ("@number", number),
        ("@fingerprint", keeping.Fingerprint),
        ("@seen", InstantText.Of(keeping.Seen ?? keeping.Article.FirstSeen)),
        ("@entry", Document.Of(keeping.Entry)),
        ("@article", Document.Of(article)));

    private static Task<int> ReplaceArticleAsync(Session session, Article article, string key, int number) => session.ExecutePreparedAsync(
        "UPDATE revision SET article = @article WHERE entry_key = @key AND number = @number",
        ("@article", Document.Of(article)),
        ("@key", key),
        ("@number", number));

    private sealed record Newest(int Number, string Fingerprint, bool OwesPage);
}
