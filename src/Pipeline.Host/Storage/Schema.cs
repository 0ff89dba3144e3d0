namespace Pipeline.Host.Storage;

/// <summary>What makes an archive of the next version out of one of the last.</summary>
/// <param name="Script">A released one never changes.</param>
/// <param name="Fill">Fills new tables with what SQL can't compute.</param>
internal sealed record SchemaVersion(string Script, Func<Session, Task>? Fill = null);

/// <summary>The archive's tables: the version at index n makes version n + 1 out of version n.</summary>
/// <remarks>
/// An entry's key is a hash of feed and id, since ids are as long as strangers make them and an index is not (PostgreSQL
/// ends at 2,704 bytes); so is its link's key, of feed and link. Its other columns are copied from the newest revision, to find it by.
/// </remarks>
internal static class Schema
{
    /// <summary>The tables, and each after the one that it refers to; a row's key is in the first columns.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["visit", "host", "publication", "reply", "entry", "revision"];

    public static IReadOnlyList<SchemaVersion> Versions { get; } =
    [
        new("""
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
            """),
        new("""
            CREATE TABLE host (
                origin TEXT NOT NULL PRIMARY KEY,
                document TEXT NOT NULL
            );
            ALTER TABLE revision RENAME TO revision_of_version_1;
            ALTER TABLE entry RENAME TO entry_of_version_1;
            DROP INDEX entry_published;
            CREATE TABLE entry (
                entry_key TEXT NOT NULL PRIMARY KEY,
                feed TEXT NOT NULL,
                id TEXT NOT NULL,
                first_seen TEXT NOT NULL,
                newest INTEGER NOT NULL,
                published TEXT NOT NULL,
                url TEXT NOT NULL,
                link_key TEXT,
                page_due TEXT,
                page_attempts INTEGER NOT NULL
            );
            CREATE INDEX entry_published ON entry (published);
            CREATE INDEX entry_link ON entry (link_key);
            CREATE INDEX entry_page_due ON entry (page_due) WHERE page_due IS NOT NULL;
            CREATE TABLE revision (
                entry_key TEXT NOT NULL REFERENCES entry (entry_key),
                number INTEGER NOT NULL,
                fingerprint TEXT NOT NULL,
                seen TEXT NOT NULL,
                entry TEXT NOT NULL,
                article TEXT NOT NULL,
                PRIMARY KEY (entry_key, number)
            );
            """,
            Identification.FillAsync),
        new("""
            CREATE TABLE reply (
                request TEXT NOT NULL PRIMARY KEY,
                document TEXT NOT NULL
            );
            """),
        new("ALTER TABLE entry ADD COLUMN pruned TEXT"),
    ];
}
