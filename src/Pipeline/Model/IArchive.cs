namespace Pipeline.Model;

/// <summary>An entry to keep, with the article made of it.</summary>
/// <param name="Feed">The feed's URL: an entry is known by it and by <see cref="Entry.Id"/>.</param>
/// <param name="Fingerprint">A hash of what the feed said of the entry; another one is a revision.</param>
public sealed record Keeping(string Feed, Entry Entry, string Fingerprint, Article Article);

/// <summary>What is known of an entry that the archive holds: the newest revision's fingerprint, and when the first was seen.</summary>
public sealed record Held(string Fingerprint, DateTimeOffset FirstSeen);

/// <summary>How much the archive holds.</summary>
public sealed record ArchiveCounts(int Entries, int Revisions, int Articles, int Weeks);

/// <summary>Another process is at work on the archive.</summary>
public sealed class ArchiveBusyException(string holder) : Exception($"another run is at work on this archive: {holder}")
{
    public string Holder { get; } = holder;
}

/// <summary>The memory of everything fetched: the one port of our own. Each call is atomic, and done when it returns.</summary>
public interface IArchive : IAsyncDisposable
{
    /// <summary>Takes the archive for one run. Released when disposed of, or by the system when the process dies.</summary>
    /// <exception cref="ArchiveBusyException">Another run holds it.</exception>
    Task<IAsyncDisposable> LockAsync(string purpose, CancellationToken cancellation);

    /// <summary>What is remembered of every source, by feed URL.</summary>
    Task<IReadOnlyDictionary<string, Visit>> VisitsAsync(CancellationToken cancellation);

    Task SaveVisitAsync(Visit visit, CancellationToken cancellation);

    /// <summary>Which of these entries of a feed are held, by entry id.</summary>
    Task<IReadOnlyDictionary<string, Held>> HeldAsync(string feed, IReadOnlyCollection<string> entries, CancellationToken cancellation);

    /// <summary>Keeps an entry and its article; another fingerprint of a held entry becomes its newest revision, and the older one stays.</summary>
    Task KeepAsync(Keeping keeping, CancellationToken cancellation);

    /// <summary>The newest revision of every article published in the window, ordered by publication, URL, feed and entry: one for each feed that carried it.</summary>
    Task<IReadOnlyList<Article>> ArticlesAsync(Window window, CancellationToken cancellation);

    /// <summary>Every week that was published or begun, the newest first.</summary>
    Task<IReadOnlyList<Publication>> PublicationsAsync(CancellationToken cancellation);

    Task<Publication?> PublicationAsync(WeekLabel week, CancellationToken cancellation);

    Task SavePublicationAsync(Publication publication, CancellationToken cancellation);

    Task<ArchiveCounts> CountsAsync(CancellationToken cancellation);
}
