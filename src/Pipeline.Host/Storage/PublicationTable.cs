using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>What is kept of the weeks published so far.</summary>
internal static class PublicationTable
{
    public static async Task<IReadOnlyList<Publication>> AllAsync(Session session) =>
        [.. (await session.QueryAsync<string>("SELECT document FROM publication ORDER BY week DESC")).Select(Document.Read<Publication>)];

    public static async Task<Publication?> FindAsync(Session session, WeekLabel week) =>
        await session.FirstAsync<string>("SELECT document FROM publication WHERE week = @week", new { week = week.ToString() }) is { } document
            ? Document.Read<Publication>(document)
            : null;

    public static Task SaveAsync(Session session, Publication publication) => session.ExecuteAsync(
        "INSERT INTO publication (week, document) VALUES (@week, @document) ON CONFLICT (week) DO UPDATE SET document = excluded.document",
        new { week = publication.Week.ToString(), document = Document.Of(publication) });
}
