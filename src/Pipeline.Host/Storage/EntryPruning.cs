using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>
/// Lets go of what old articles say. That they were stays, with title, link and dates: a feed that shows one still would
/// else seem to show it anew, and its page be asked for again.
/// </summary>
internal static class EntryPruning
{
    /// <returns>How many articles lost their text.</returns>
    public static async Task<int> PruneAsync(Session session, Week week, IReadOnlySet<string> cited, DateTimeOffset now)
    {
        var pruned = 0;
        foreach (var key in await KeysAsync(session, week.Window))
        {
            var revisions = await RevisionsAsync(session, key);
            if (revisions.Any(revision => cited.Contains(revision.Article.Url)))
                continue;
            await ShortenAsync(session, key, revisions[^1], now);
            pruned++;
        }

        if (pruned > 0 && await PublicationTable.FindAsync(session, week.Label) is { Pruned: null } publication)
            await PublicationTable.SaveAsync(session, publication with { Pruned = now });
        return pruned;
    }

    public static async Task<IReadOnlyList<DateTimeOffset>> DaysAsync(Session session, DateTimeOffset before)
    {
        var days = await session.QueryPreparedAsync(
            "SELECT DISTINCT SUBSTR(published, 1, 10) FROM entry WHERE pruned IS NULL AND published < @before ORDER BY 1",
            reader => reader.GetString(0),
            ("@before", InstantText.Of(before)));
        return [.. days.Select(day => InstantText.Parse(day + "T00:00:00.0000000Z"))];
    }

    /// <remarks>Octets, and not what the database needs for them: that differs from one to the other, and shrinks late or never.</remarks>
    public static async Task<long> SizeAsync(Session session) => await session.FirstAsync<long>(
        "SELECT CAST(COALESCE(SUM(OCTET_LENGTH(entry) + OCTET_LENGTH(article)), 0) AS BIGINT) FROM revision");

    /// <remarks>An entry that still owes its page is about to be written.</remarks>
    private static Task<List<string>> KeysAsync(Session session, Window window) => session.QueryPreparedAsync(
        "SELECT entry_key FROM entry WHERE published >= @start AND published < @end AND pruned IS NULL AND page_due IS NULL ORDER BY entry_key",
        reader => reader.GetString(0),
        ("@start", InstantText.Of(window.Start)),
        ("@end", InstantText.Of(window.End)));

    private static Task<List<Told>> RevisionsAsync(Session session, string key) => session.QueryPreparedAsync(
        "SELECT number, entry, article FROM revision WHERE entry_key = @key ORDER BY number",
        reader => new Told(reader.GetInt32(0), Document.Read<Entry>(reader.GetString(1)), Document.Read<Article>(reader.GetString(2))),
        ("@key", key));

    private static async Task ShortenAsync(Session session, string key, Told newest, DateTimeOffset now)
    {
        await session.ExecutePreparedAsync("DELETE FROM revision WHERE entry_key = @key AND number < @number", ("@key", key), ("@number", newest.Number));
        await session.ExecutePreparedAsync(
            "UPDATE revision SET entry = @entry, article = @article WHERE entry_key = @key AND number = @number",
            ("@entry", Document.Of(newest.Entry with { Summary = null, Content = null })),
            ("@article", Document.Of(newest.Article with { Text = "", Origin = TextOrigin.None })),
            ("@key", key),
            ("@number", newest.Number));
        await session.ExecutePreparedAsync("UPDATE entry SET pruned = @now WHERE entry_key = @key", ("@now", InstantText.Of(now)), ("@key", key));
    }

    private sealed record Told(int Number, Entry Entry, Article Article);
}
