using Pipeline.Host.Commands;
using Pipeline.Host.Storage.Postgres;
using Pipeline.Host.Storage.Sqlite;
using Pipeline.Model;

namespace Pipeline.Host.Storage;

/// <summary>The archive in SQL that SQLite and PostgreSQL both understand; what only one of them has is in its <see cref="IDatabase"/> or <see cref="Dialect"/>.</summary>
internal sealed class SqlArchive : IArchive
{
    private readonly IDatabase database;

    private SqlArchive(IDatabase database) => this.database = database;

    /// <summary>Opens the archive; makes file or tables where there are none, and brings older ones up to date.</summary>
    /// <param name="location">The path of an SQLite file, or <c>postgres://user@host/database</c>.</param>
    /// <exception cref="ArchiveException">It is damaged, newer than this program, no archive, or can't be opened.</exception>
    /// <exception cref="UsageException">It is no location.</exception>
    public static async Task<SqlArchive> OpenAsync(string location, CancellationToken cancellation) => new(
        PostgresUrl.IsOne(location)
            ? await PostgresDatabase.OpenAsync(PostgresUrl.Parse(location), cancellation)
            : await SqliteDatabase.OpenAsync(Path.GetFullPath(location), cancellation));

    /// <summary>An archive that is there already: none is made where there is none.</summary>
    /// <exception cref="TroubleException">There is none.</exception>
    public static Task<SqlArchive> OpenExistingAsync(string location, CancellationToken cancellation) => PostgresUrl.IsOne(location) || File.Exists(location)
        ? OpenAsync(location, cancellation)
        : throw new TroubleException($"there is no archive at {location}; 'pipeline collect' begins one");

    /// <inheritdoc cref="ArchiveCopy.RunAsync"/>
    public Task<ArchiveSummary> CopyToAsync(SqlArchive other, IProgress<Progress> progress, CancellationToken cancellation) =>
        ArchiveCopy.RunAsync(database, other.database, progress, cancellation);

    /// <inheritdoc cref="ArchiveCheck"/>
    public Task<IReadOnlyList<Damage>> CheckAsync(string digests, IProgress<Progress> progress, CancellationToken cancellation) =>
        database.ReadAsync(session => ArchiveCheck.RunAsync(session, digests, progress), cancellation);

    public Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation) => database.LockAsync(purpose, cancellation);

    public Task<IReadOnlyDictionary<string, Visit>> VisitsAsync(CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyDictionary<string, Visit>>(
            async session => (await session.QueryAsync<string>("SELECT document FROM visit"))
                .Select(Document.Read<Visit>)
                .ToDictionary(visit => visit.Feed, StringComparer.Ordinal),
            cancellation);

    public Task SaveVisitAsync(Visit visit, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecutePreparedAsync(
                "INSERT INTO visit (feed, document) VALUES (@feed, @document) ON CONFLICT (feed) DO UPDATE SET document = excluded.document",
                ("@feed", visit.Feed),
                ("@document", Document.Of(visit))),
            cancellation);

    public Task<WebHost?> HostAsync(string origin, CancellationToken cancellation) =>
        database.ReadAsync(
            async session => (await session.QueryPreparedAsync(
                "SELECT document FROM host WHERE origin = @origin",
                reader => Document.Read<WebHost>(reader.GetString(0)),
                ("@origin", origin))).FirstOrDefault(),
            cancellation);

    public Task SaveHostAsync(WebHost host, CancellationToken cancellation) =>
        database.WriteAsync(
            session => session.ExecutePreparedAsync(
                "INSERT INTO host (origin, document) VALUES (@origin, @document) ON CONFLICT (origin) DO UPDATE SET document = excluded.document",
                ("@origin", host.Origin),
                ("@document", Document.Of(host))),
            cancellation);

    public Task<IReadOnlyDictionary<string, Held>> HeldAsync(string feed, IReadOnlyCollection<Entry> entries, CancellationToken cancellation) =>
        database.ReadAsync(session => EntryLookup.FindAsync(session, feed, entries), cancellation);

    public Task KeepAsync(IReadOnlyList<Keeping> keepings, CancellationToken cancellation) =>
        database.WriteAsync(
            async session =>
            {
                foreach (var keeping in keepings)
                    await EntryKeeping.KeepAsync(session, keeping);
            },
            cancellation);

    public Task<IReadOnlyList<OwedPage>> OwedPagesAsync(DateTimeOffset now, CancellationToken cancellation) =>
        database.ReadAsync(session => EntryTable.OwedPagesAsync(session, now), cancellation);

    public Task<IReadOnlyDictionary<string, FeedActivity>> ActivityAsync(DateTimeOffset since, CancellationToken cancellation) =>
        database.ReadAsync(session => EntryTable.ActivityAsync(session, since), cancellation);

    public Task<IReadOnlyList<Article>> ArticlesAsync(Window window, CancellationToken cancellation) =>
        database.ReadAsync(session => EntryTable.ArticlesAsync(session, window), cancellation);

    public Task<IReadOnlyList<Revision>> RevisionsAsync(Window window, DateTimeOffset after, CancellationToken cancellation) =>
        database.ReadAsync(session => EntryTable.RevisionsAsync(session, window, after), cancellation);

    public Task<IReadOnlyList<Publication>> PublicationsAsync(CancellationToken cancellation) =>
        database.ReadAsync(PublicationTable.AllAsync, cancellation);

    public Task<Publication?> PublicationAsync(WeekLabel week, CancellationToken cancellation) =>
        database.ReadAsync(session => PublicationTable.FindAsync(session, week), cancellation);

    public Task SavePublicationAsync(Publication publication, CancellationToken cancellation) =>
        database.WriteAsync(session => PublicationTable.SaveAsync(session, publication), cancellation);

    public Task<ModelReply?> ReplyAsync(string request, CancellationToken cancellation) =>
        database.ReadAsync(async session => await ReplyTable.FindAsync(session, [request]) is [var reply] ? reply : null, cancellation);

    public Task KeepReplyAsync(ModelReply reply, CancellationToken cancellation) => KeepRepliesAsync([reply], cancellation);

    public Task<IReadOnlyList<ModelReply>> RepliesAsync(IReadOnlyCollection<string> requests, CancellationToken cancellation) =>
        database.ReadAsync(session => ReplyTable.FindAsync(session, requests), cancellation);

    public Task KeepRepliesAsync(IReadOnlyCollection<ModelReply> replies, CancellationToken cancellation) =>
        database.WriteAsync(session => ReplyTable.KeepAsync(session, replies), cancellation);

    public Task<long> TextBytesAsync(CancellationToken cancellation) => database.ReadAsync(EntryPruning.SizeAsync, cancellation);

    public Task<IReadOnlyList<DateTimeOffset>> TextDaysAsync(DateTimeOffset before, CancellationToken cancellation) =>
        database.ReadAsync(session => EntryPruning.DaysAsync(session, before), cancellation);

    public async Task<int> PruneAsync(Week week, IReadOnlySet<string> cited, DateTimeOffset now, CancellationToken cancellation)
    {
        var pruned = 0;
        await database.WriteAsync(async session => pruned = await EntryPruning.PruneAsync(session, week, cited, now), cancellation);
        return pruned;
    }

    /// <remarks>Done and taken back: what it says is then what will happen, whatever pruning comes to mean.</remarks>
    public async Task<PruningTrial> TryPruneAsync(Week week, IReadOnlySet<string> cited, DateTimeOffset now, CancellationToken cancellation)
    {
        var trial = new PruningTrial(0, 0);
        try
        {
            await database.WriteAsync(
                async session =>
                {
                    var articles = await EntryPruning.PruneAsync(session, week, cited, now);
                    trial = new PruningTrial(articles, await EntryPruning.SizeAsync(session));
                    throw new TakenBackException();
                },
                cancellation);
        }
        catch (TakenBackException)
        {
        }

        return trial;
    }

    public Task<ArchiveCounts> CountsAsync(CancellationToken cancellation) =>
        database.ReadAsync(
            async session => (await session.FirstAsync<CountsRow>(
                """
                SELECT (SELECT COUNT(*) FROM entry) AS Entries, (SELECT COUNT(*) FROM revision) AS Revisions,
                       (SELECT COUNT(DISTINCT url) FROM entry) AS Articles, (SELECT COUNT(*) FROM publication) AS Weeks
                """))!.Counts,
            cancellation);

    public Task<DateTimeOffset?> BeganAsync(CancellationToken cancellation) =>
        database.ReadAsync(
            async session => await session.FirstAsync<string>("SELECT MIN(first_seen) FROM entry") is { } instant ? InstantText.Parse(instant) : (DateTimeOffset?)null,
            cancellation);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>Ends a transaction without a commit: what fails is undone, on either database.</summary>
    private sealed class TakenBackException : Exception;

    private sealed record CountsRow
    {
        public int Entries { get; init; }

        public int Revisions { get; init; }

        public int Articles { get; init; }

        public int Weeks { get; init; }

        public ArchiveCounts Counts => new(Entries, Revisions, Articles, Weeks);
    }
}
