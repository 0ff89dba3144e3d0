using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Clipping;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage;

public sealed class SqliteArchiveTests : ArchiveContract
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pipeline-archive-");

    private string File => Path.Combine(folder.FullName, "not yet there", "archive.db");

    private static Keeping Keeping { get; } =
        new("https://north.example/feed.xml", new Entry { Id = "a", Title = "标题" }, "f", Some.Article("标题", "正文"));

    protected override async Task<IArchive> OpenAsync() => await SqlArchive.OpenAsync(File, None);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Older_revisions_stay_in_the_file()
    {
        var path = NewPath();
        await using (var archive = await SqlArchive.OpenAsync(path, None))
        {
            await archive.KeepAsync([Keeping], None);
            await archive.KeepAsync([Keeping with { Fingerprint = "g", Article = Some.Article("Revised") with { FirstSeen = Some.Instant.AddHours(1) } }], None);
        }

        var rows = (await QueryAsync(path, "SELECT number || ' ' || fingerprint || ' ' || seen || ' ' || entry FROM revision ORDER BY number")).ToList();

        Assert.Equal(
            [
                """1 f 2026-02-04T09:30:00.0000000Z {"Id":"a","Title":"标题","Categories":[]}""",
                """2 g 2026-02-04T10:30:00.0000000Z {"Id":"a","Title":"标题","Categories":[]}""",
            ],
            rows);
    }

    [Fact]
    public async Task An_empty_file_becomes_an_archive()
    {
        var path = NewPath();
        await System.IO.File.WriteAllBytesAsync(path, []);

        await using (await SqlArchive.OpenAsync(path, None))
        {
        }

        Assert.Equal(["4"], await QueryAsync(path, "SELECT user_version FROM pragma_user_version"));
        Assert.Equal(["wal"], await QueryAsync(path, "SELECT journal_mode FROM pragma_journal_mode"));
    }

    [Fact]
    public async Task An_archive_of_version_1_keeps_what_it_has_and_learns_the_rest()
    {
        var path = NewPath();
        var entries = Enumerable.Range(0, 1200).Select(number => new Entry { Id = $"{number}", Url = $"http://www.north.example/{number}?a=b", Title = $"标题 {number}" }).ToList();
        await FillVersion1Async(path, entries);

        await using (var archive = await SqlArchive.OpenAsync(path, None))
        {
            Assert.Equal(new ArchiveCounts(1200, 1201, 1, 0), await archive.CountsAsync(None));
            Assert.Equal("标题", (await archive.ArticlesAsync(Some.Week.Window, None))[0].Title);
            Assert.Equal("North", (await archive.VisitsAsync(None))["f"].Source);
            Assert.Empty(await archive.OwedPagesAsync(DateTimeOffset.MaxValue, None));
            var moved = entries.Select(entry => entry with { Id = "guid " + entry.Id, Url = entry.Url!.Replace("http://www.", "https://", StringComparison.Ordinal) });
            var held = await archive.HeldAsync("f", [.. moved], None);
            Assert.Equal(1200, held.Count);
            Assert.All(entries, entry => Assert.Equal(new Held(entry.Id, EntryArticle.Fingerprint(entry), Some.Instant), held["guid " + entry.Id]));
        }

        Assert.Equal(["4"], await QueryAsync(path, "SELECT user_version FROM pragma_user_version"));
        Assert.Equal(["older", EntryArticle.Fingerprint(entries[^1])], await QueryAsync(path, "SELECT fingerprint FROM revision JOIN entry USING (entry_key) WHERE id = '1199' ORDER BY number"));
        Assert.Equal(["entry", "host", "publication", "reply", "revision", "visit"], await QueryAsync(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Many_that_open_a_new_archive_at_once_all_succeed(int round)
    {
        var path = NewPath() + round;
        using var start = new Barrier(6);

        var archives = await Task.WhenAll(Enumerable.Range(0, start.ParticipantCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return SqlArchive.OpenAsync(path, None);
            },
            None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        foreach (var archive in archives)
        {
            Assert.Equal(0, (await archive.CountsAsync(None)).Entries);
            await archive.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_newer_archive_is_refused_and_left_alone()
    {
        var path = NewPath();
        await using (await SqlArchive.OpenAsync(path, None))
        {
        }
        await QueryAsync(path, "PRAGMA user_version = 7");
        var bytes = await System.IO.File.ReadAllBytesAsync(path);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(path, None));

        Assert.Equal($"the archive {path} is of a newer version (7; this one knows 4): use the newer pipeline", refused.Message);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        var path = NewPath();
        await QueryAsync(path, "CREATE TABLE bookmark (url TEXT)");
        var bytes = await System.IO.File.ReadAllBytesAsync(path);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(path, None));

        Assert.Contains("another program's database", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task What_is_no_database_is_refused()
    {
        var path = NewPath();
        await System.IO.File.WriteAllTextAsync(path, new string('x', 5000));

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(path, None));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Put a backup in its place", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_archive_says_so_where_it_is_read()
    {
        var path = await FilledAsync(300);
        await using (var file = System.IO.File.OpenWrite(path))
        {
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, (int)file.Length - 8192).ToArray());
        }

        var refused = await Assert.ThrowsAsync<ArchiveException>(async () =>
        {
            await using var archive = await SqlArchive.OpenAsync(path, None);
            await archive.ArticlesAsync(Some.Week.Window, None);
        });

        Assert.Contains($"the archive {path} is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE revision SET article = '{\"Title\":'")]
    [InlineData("UPDATE revision SET article = 'null'")]
    [InlineData("UPDATE revision SET article = '{}'")]
    public async Task A_damaged_document_says_so(string damage)
    {
        var path = await FilledAsync(1);
        await QueryAsync(path, damage);
        await using var archive = await SqlArchive.OpenAsync(path, None);

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => archive.ArticlesAsync(Some.Week.Window, None));

        Assert.Contains("a document in it can't be read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_from_before_a_property_was_added_has_its_default()
    {
        var path = await FilledAsync(1);
        await QueryAsync(path, "UPDATE revision SET article = REPLACE(REPLACE(article, '\"Weight\":1,', ''), ',\"Categories\":[]', '')");
        await using var archive = await SqlArchive.OpenAsync(path, None);

        var article = Assert.Single(await archive.ArticlesAsync(Some.Week.Window, None));

        Assert.Equal(1, article.Weight);
        Assert.Empty(article.Categories);
    }

    [Fact]
    public async Task Where_a_folder_can_not_be_made_the_archive_says_so()
    {
        var file = NewPath();
        await System.IO.File.WriteAllTextAsync(file, "in the way");

        foreach (var path in new[] { Path.Combine(file, "archive.db"), folder.FullName })
        {
            var refused = await Assert.ThrowsAsync<ArchiveException>(() => SqlArchive.OpenAsync(path, None));
            Assert.StartsWith($"the archive {path} can't be opened", refused.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>What a kill leaves: the database, and a log whose last transaction has no end.</summary>
    [Fact]
    public async Task Files_copied_in_the_middle_of_a_transaction_open_without_it()
    {
        var (path, copy) = (await FilledAsync(20), NewPath());
        await using (var writer = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await writer.OpenAsync();
            // So small a cache that unfinished pages are spilt into the log.
            await writer.ExecuteAsync("PRAGMA cache_size = 2");
            await writer.ExecuteAsync("INSERT INTO visit (feed, document) VALUES ('kept', '{\"Feed\":\"kept\",\"Source\":\"S\"}')");
            await using var transaction = writer.BeginTransaction();
            await writer.ExecuteAsync("UPDATE revision SET article = 'torn' || hex(randomblob(9000))", transaction: transaction);
            System.IO.File.Copy(path, copy);
            System.IO.File.Copy(path + "-wal", copy + "-wal");
        }
        Assert.Contains("torn", Encoding.Latin1.GetString(await System.IO.File.ReadAllBytesAsync(copy + "-wal")), StringComparison.Ordinal);

        await using var archive = await SqlArchive.OpenAsync(copy, None);

        Assert.Equal(20, (await archive.ArticlesAsync(Some.Week.Window, None)).Count);
        Assert.Equal(["kept"], (await archive.VisitsAsync(None)).Keys);
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_process_is_no_lock()
    {
        var path = NewPath();
        await System.IO.File.WriteAllTextAsync(path + ".lock", "");
        await System.IO.File.WriteAllTextAsync(path + ".lock.holder", "process 1 (killed)");
        await using var archive = await SqlArchive.OpenAsync(path, None);

        await using var held = await archive.LockAsync("run", None);

        var busy = await Assert.ThrowsAsync<ArchiveBusyException>(() => archive.LockAsync("again", None));
        Assert.Contains("(run;", busy.Holder, StringComparison.Ordinal);
    }

    private string NewPath() => Path.Combine(folder.FullName, Path.GetRandomFileName());

    private async Task<string> FilledAsync(int entries)
    {
        var path = NewPath();
        await using var archive = await SqlArchive.OpenAsync(path, None);
        for (var number = 0; number < entries; number++)
            await archive.KeepAsync([Keeping with { Entry = new Entry { Id = $"{number}" } }], None);
        return path;
    }

    /// <summary>As the first version wrote it; the last entry has an older revision.</summary>
    private static async Task FillVersion1Async(string path, IReadOnlyList<Entry> entries)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(Schema.Versions[0].Script + "PRAGMA application_id = 1349087340; PRAGMA user_version = 1", transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO visit VALUES ('f', '{\"Feed\":\"f\",\"Source\":\"North\"}')", transaction: transaction);
        foreach (var entry in entries)
        {
            var newest = entry == entries[^1] ? 2 : 1;
            var row = new { key = $"key {entry.Id}", entry.Id, newest, entry.Url, seen = InstantText.Of(Some.Instant), entry = Document.Of(entry), article = Document.Of(Keeping.Article) };
            await connection.ExecuteAsync("INSERT INTO entry VALUES (@key, 'f', @Id, @seen, @newest, @seen, 'https://north.example/a')", row, transaction);
            await connection.ExecuteAsync("INSERT INTO revision VALUES (@key, @newest, 'of version 1', @seen, @entry, @article)", row, transaction);
            if (newest == 2)
                await connection.ExecuteAsync("INSERT INTO revision VALUES (@key, 1, 'older', @seen, '{\"Id\":\"x\"}', '{}')", row, transaction);
        }

        await transaction.CommitAsync();
    }

    private static async Task<IEnumerable<string>> QueryAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        return await connection.QueryAsync<string>(sql);
    }
}
