using Dapper;
using Microsoft.Data.Sqlite;
using Pipeline.Host.Storage;
using Pipeline.Model;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.Storage;

public sealed class ArchiveCopyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>The other database changes what it is given.</summary>
    [Fact]
    public async Task A_copy_that_reads_otherwise_is_not_kept()
    {
        await SomeArchive.FillAsync(folder["archive.db"]);
        await using var archive = await SqlArchive.OpenAsync(folder["archive.db"], default);
        await using var other = await SqlArchive.OpenAsync(folder["other.db"], default);
        await using var connection = new SqliteConnection($"Data Source={folder["other.db"]};Pooling=False");
        await connection.ExecuteAsync("CREATE TRIGGER changing AFTER INSERT ON visit BEGIN UPDATE visit SET document = document || ' '; END");

        var refused = await Assert.ThrowsAsync<TroubleException>(() => archive.CopyToAsync(other, new Progress<Progress>(), default));

        Assert.Contains("does not read as the archive does", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new ArchiveCounts(0, 0, 0, 0), await other.CountsAsync(default));
        await connection.ExecuteAsync("DROP TRIGGER changing");
        Assert.Equal(6, (await archive.CopyToAsync(other, new Progress<Progress>(), default)).Rows["entry"]);
    }
}
