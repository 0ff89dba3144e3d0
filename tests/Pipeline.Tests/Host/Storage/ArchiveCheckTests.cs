using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage;

public sealed class ArchiveCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder["archive.db"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Nothing_is_wrong_in_a_sound_archive() => Assert.Empty(await CheckAsync(""));

    [Theory]
    [InlineData("UPDATE host SET document = 'null'", "host https://north.example", "can't be read")]
    [InlineData("UPDATE reply SET request = 'b'", "reply b", "its request is 'b' in the table and 'aaaa")]
    [InlineData("UPDATE visit SET feed = 'https://south.example/'", "visit https://south.example/", "its feed is")]
    [InlineData("UPDATE publication SET week = '2026-W07'", "publication 2026-W07", "its week is '2026-W07' in the table and '2026-W06'")]
    [InlineData("UPDATE entry SET id = '9' WHERE id = '2'", "entry ", "its key is")]
    [InlineData("UPDATE entry SET url = 'https://north.example/x' WHERE id = '2'", "entry ", "its URL is 'https://north.example/x' in the table and 'https://north.example/1'")]
    [InlineData("UPDATE entry SET published = '2026-01-01T00:00:00.0000000Z' WHERE id = '2'", "entry ", "its date is '2026-01-01T00")]
    [InlineData("UPDATE entry SET newest = 7 WHERE id = '2'", "entry ", "its newest revision is missing")]
    [InlineData("UPDATE revision SET entry_key = 'x' WHERE entry_key = (SELECT entry_key FROM entry WHERE id = 'last')", "revision x", "its entry is missing")]
    [InlineData("UPDATE revision SET entry = '{\"Id\":' WHERE number = 2", "revision ", "can't be read")]
    [InlineData("DELETE FROM revision WHERE entry_key = (SELECT entry_key FROM entry WHERE id = '2')", "2026-W06 n02", "the article https://north.example/1 is not in the archive")]
    public async Task What_is_wrong_is_told(string damage, string where, string what) => Assert.Contains(
        await CheckAsync(damage),
        found => found.Where.StartsWith(where, StringComparison.Ordinal) && found.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public async Task A_damaged_index_is_told()
    {
        var found = await CheckAsync("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '(published)', '(url)') WHERE name = 'entry_published'");

        Assert.Contains(found, damage => damage.Where == "database" && damage.What.Contains("entry_published", StringComparison.Ordinal));
    }

    /// <summary>What is not among them is not copied, and not compared.</summary>
    [Fact]
    public async Task Every_table_is_copied()
    {
        await SomeArchive.FillAsync(File);
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");

        Assert.Equal(Schema.Tables.Order(StringComparer.Ordinal), await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"));
    }

    private async Task<IReadOnlyList<Damage>> CheckAsync(string damage)
    {
        await SomeArchive.FillAsync(File);
        if (damage.Length > 0)
        {
            await using var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=False");
            await connection.ExecuteAsync(damage);
        }

        await using var archive = await SqlArchive.OpenAsync(File, default);
        return await archive.CheckAsync(folder["digests"], new Progress<Progress>(), default);
    }
}
