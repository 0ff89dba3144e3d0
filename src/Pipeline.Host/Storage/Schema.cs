namespace Pipeline.Host.Storage;

/// <summary>The archive's tables: the script at index n makes version n + 1 out of version n. A released script never changes.</summary>
/// <remarks>
/// An entry's key is a hash of feed and id, since ids are as long as strangers make them and an index is not (PostgreSQL
/// ends at 2,704 bytes). Its other columns are copied from the newest revision, to find it by.
/// </remarks>
internal static class Schema
{
    public static IReadOnlyList<string> Versions { get; } =
    [
        """
        CREATE TABLE visit (
            feed TEXT NOT NULL PRIMARY KEY,
            document TEXT NOT NULL
        );
        CREATE TABLE entry (
            entry_key TEXT NOT NULL PRIMARY KEY,
            feed TEXT NOT NULL,
            id TEXT NOT NULL,
            first_seen TEXT NOT NULL,
            newest INTEGER NOT NULL,
            published TEXT NOT NULL,
            url TEXT NOT NULL
        );
        CREATE INDEX entry_published ON entry (published);
        CREATE TABLE revision (
            entry_key TEXT NOT NULL REFERENCES entry (entry_key),
            number INTEGER NOT NULL,
            fingerprint TEXT NOT NULL,
            seen TEXT NOT NULL,
            entry TEXT NOT NULL,
            article TEXT NOT NULL,
            PRIMARY KEY (entry_key, number)
        );
        CREATE TABLE publication (
            week TEXT NOT NULL PRIMARY KEY,
            document TEXT NOT NULL
        );
        """,
    ];
}
