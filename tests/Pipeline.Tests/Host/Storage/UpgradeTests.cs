using System.IO.Compression;
using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Clipping;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage;

/// <summary>An archive that the first version wrote (tests/Cases/archive/version-1) is worth as much as one of today.</summary>
public sealed class UpgradeTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder folder = new();

    public UpgradeTests()
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Cases.Folder("archive", "version-1"), "archive.db.gz")), CompressionMode.Decompress);
        using var file = File.Create(Old);
        packed.CopyTo(file);
    }

    private string Old => folder["old.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_publishes_the_bytes_that_an_archive_of_today_does()
    {
        await FillTodaysAsync(folder["today.db"]);

        await RebuildAsync(Old, "of-old");
        await RebuildAsync(folder["today.db"], "of-today");

        var published = TemporaryFolder.Files(folder["of-old"]);
        Assert.Contains("2026-W06/index.md", published.Keys);
        Assert.Equal(TemporaryFolder.Files(folder["of-today"]), published);
    }

    [PostgresFact]
    public async Task Moved_to_PostgreSQL_it_publishes_the_same()
    {
        var database = await PostgresServer.NewDatabaseAsync();

        await RunAsync("archive", "move", database, "--archive", Old);
        await RebuildAsync(database, "of-postgres");
        await PostgresServer.DropAsync(database);
        await RebuildAsync(Old, "of-old");

        Assert.Equal(TemporaryFolder.Files(folder["of-old"]), TemporaryFolder.Files(folder["of-postgres"]));
    }

    [Fact]
    public async Task Nothing_is_wrong_in_it_once_it_was_opened()
    {
        await using var archive = await SqlArchive.OpenAsync(Old, None);

        Assert.Empty(await archive.CheckAsync(folder["digests"], new Progress<Progress>(), None));
        Assert.Equal(new ArchiveCounts(94, 94, 94, 1), await archive.CountsAsync(None));
    }

    /// <summary>The rows of the old tables as they are, kept as a collection of today keeps them.</summary>
    private async Task FillTodaysAsync(string path)
    {
        await using var archive = await SqlArchive.OpenAsync(path, None);
        await using var connection = new SqliteConnection($"Data Source={Old};Pooling=False");
        foreach (var row in await connection.QueryAsync<(string Feed, string Entry, string Article)>("SELECT e.feed, r.entry, r.article FROM entry e JOIN revision r USING (entry_key)"))
        {
            var entry = Document.Read<Entry>(row.Entry);
            await archive.KeepAsync([new Keeping(row.Feed, entry, EntryArticle.Fingerprint(entry), Document.Read<Article>(row.Article))], None);
        }

        foreach (var visit in await connection.QueryAsync<string>("SELECT document FROM visit"))
            await archive.SaveVisitAsync(Document.Read<Visit>(visit), None);
        await archive.SavePublicationAsync(Document.Read<Publication>(await connection.QuerySingleAsync<string>("SELECT document FROM publication")), None);
    }

    private Task RebuildAsync(string archive, string digests) => RunAsync("rebuild", "2026-W06", "--archive", archive, "--digests", digests);

    private async Task RunAsync(params string[] arguments)
    {
        var ran = await Command.RunAsync(folder.Path, [.. arguments, "--sources", Path.Combine(Cases.Folder("archive", "version-1"), "sources.yaml")]);
        Assert.True(ran.Code == 0, ran.Error + ran.Output);
    }
}
