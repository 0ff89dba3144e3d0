namespace Pipeline.Model;

/// <summary>An entry to keep, with the article made of it.</summary>
/// <param name="Feed">The feed's URL: an entry is known by it and by <see cref="Entry.Id"/>.</param>
/// <param name="Fingerprint">A hash of what the feed said of the entry; another one is a revision.</param>
public sealed record Keeping(string Feed, Entry Entry, string Fingerprint, Article Article)
{
    /// <summary>When its page is to be asked for again, which could not be had for now; null where nothing is owed.</summary>
    public DateTimeOffset? PageDue { get; init; }

    /// <summary>How often its page was asked for in vain.</summary>
    public int PageAttempts { get; init; }

    /// <summary>When the feed said this of the entry; null where that is the article's first sight.</summary>
    public DateTimeOffset? Seen { get; init; }
}

/// <summary>What was known of an entry from one instant on.</summary>
/// <param name="Number">From 1; the newest has the highest.</param>
/// <param name="Seen">When the archive was shown it.</param>
public sealed record Revision(string Feed, string Entry, int Number, DateTimeOffset Seen, Article Article);

/// <summary>What is known of an entry that the archive holds.</summary>
/// <param name="Id">The id that it is held under: a feed that gives it another one later still means the same entry.</param>
/// <param name="Fingerprint">The newest revision's.</param>
/// <param name="FirstSeen">When the first revision was seen.</param>
public sealed record Held(string Id, string Fingerprint, DateTimeOffset FirstSeen);

/// <summary>An entry whose page is still owed.</summary>
public sealed record OwedPage(string Feed, Entry Entry, string Fingerprint, DateTimeOffset FirstSeen, int Attempts);

/// <summary>How lively a feed is: its entries since some instant, and the first and the latest publication among them.</summary>
public sealed record FeedActivity(int Entries, DateTimeOffset First, DateTimeOffset Latest);

/// <summary>How much the archive holds.</summary>
public sealed record ArchiveCounts(int Entries, int Revisions, int Articles, int Weeks);

/// <summary>What would be let go of: how many articles would lose their text, and how many bytes (as <see cref="IArchive.TextBytesAsync"/> counts them) would be left.</summary>
public sealed record PruningTrial(int Articles, long Left);

/// <summary>Another process is at work on the archive.</summary>
public sealed class ArchiveBusyException(string holder) : Exception($"another run is at work on this archive: {holder}")
{
    public string Holder { get; } = holder;
}

/// <summary>The archive can't be used; the message says which one, why, and what to do.</summary>
public sealed class ArchiveException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>The memory of everything fetched: the one port of our own. Each call is atomic, and done when it returns.</summary>
public interface IArchive : IAsyncDisposable
{
    /// <summary>Takes the archive for one run. Released when disposed of, or by the system when the process dies.</summary>
    /// <exception cref="ArchiveBusyException">Another run holds it.</exception>
    Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation);

    /// <summary>What is remembered of every source, by feed URL.</summary>
    Task<IReadOnlyDictionary<string, Visit>> VisitsAsync(CancellationToken cancellation);

    Task SaveVisitAsync(Visit visit, CancellationToken cancellation);

    /// <summary>What is remembered of a web host, by its origin.</summary>
    Task<WebHost?> HostAsync(string origin, CancellationToken cancellation);

    Task SaveHostAsync(WebHost host, CancellationToken cancellation);

    /// <summary>Which of these entries of a feed are held, by the id that each has now, even where it is held under another.</summary>
    Task<IReadOnlyDictionary<string, Held>> HeldAsync(string feed, IReadOnlyCollection<Entry> entries, CancellationToken cancellation);

    /// <summary>
    /// Keeps entries and their articles, all or none; another fingerprint of a held entry becomes its newest revision, and the
    /// older one stays. With the same fingerprint an owed page's article replaces the one that stood in for it.
    /// </summary>
    Task KeepAsync(IReadOnlyList<Keeping> keepings, CancellationToken cancellation);

    /// <summary>The entries whose page is owed and due at an instant.</summary>
    Task<IReadOnlyList<OwedPage>> OwedPagesAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>How lively each feed was since an instant, by feed URL; feeds without an entry since then are left out.</summary>
    Task<IReadOnlyDictionary<string, FeedActivity>> ActivityAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>The newest revision of every article published in the window, ordered by publication, URL, feed and entry: one for each feed that carried it.</summary>
    Task<IReadOnlyList<Article>> ArticlesAsync(Window window, CancellationToken cancellation);

    /// <summary>Every revision of the articles published in the window of which one was seen after an instant, ordered by feed, entry and number.</summary>
    Task<IReadOnlyList<Revision>> RevisionsAsync(Window window, DateTimeOffset after, CancellationToken cancellation);

    /// <summary>Every week that was published or begun, the newest first.</summary>
    Task<IReadOnlyList<Publication>> PublicationsAsync(CancellationToken cancellation);

    Task<Publication?> PublicationAsync(WeekLabel week, CancellationToken cancellation);

    Task SavePublicationAsync(Publication publication, CancellationToken cancellation);

    /// <summary>What came of a request to a language model; null where it was never made.</summary>
    /// <param name="request">The request's hash.</param>
    Task<ModelReply?> ReplyAsync(string request, CancellationToken cancellation);

    /// <summary>Keeps what came of a request, in place of what came of it before.</summary>
    Task KeepReplyAsync(ModelReply reply, CancellationToken cancellation);

    /// <summary>What came of each of many requests; those that were never made are left out.</summary>
    Task<IReadOnlyList<ModelReply>> RepliesAsync(IReadOnlyCollection<string> requests, CancellationToken cancellation);

    /// <summary>Keeps what came of many requests, all or none, each in place of what came of it before.</summary>
    Task KeepRepliesAsync(IReadOnlyCollection<ModelReply> replies, CancellationToken cancellation);

    /// <summary>How many bytes of text are held, of entries and articles, as UTF-8.</summary>
    Task<long> TextBytesAsync(CancellationToken cancellation);

    /// <summary>The days (their beginnings, in UTC) before an instant on which articles were published whose texts are held, in order.</summary>
    Task<IReadOnlyList<DateTimeOffset>> TextDaysAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>
    /// Lets go of what the articles published in the week say, and of their older revisions. That they were is still known, by
    /// id, link, title and dates; articles that had one of the URLs stay as they are, and so do those whose page is owed. Where
    /// any lost its text, the week's publication says since when.
    /// </summary>
    /// <param name="cited">Canonical URLs.</param>
    /// <returns>How many articles lost their text.</returns>
    Task<int> PruneAsync(Week week, IReadOnlySet<string> cited, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>What <see cref="PruneAsync"/> would do, without doing it.</summary>
    Task<PruningTrial> TryPruneAsync(Week week, IReadOnlySet<string> cited, DateTimeOffset now, CancellationToken cancellation);

    Task<ArchiveCounts> CountsAsync(CancellationToken cancellation);

    /// <summary>When the first entry was seen; null where none is held.</summary>
    Task<DateTimeOffset?> BeganAsync(CancellationToken cancellation);
}
