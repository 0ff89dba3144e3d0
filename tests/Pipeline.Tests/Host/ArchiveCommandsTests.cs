using System.Text.Json.Nodes;
using Pipeline.Host.Storage;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>`archive move`, `backup` and `verify`.</summary>
public sealed class ArchiveCommandsTests : IDisposable
{
    private const string Sources = "week: { ends: monday 00:00, zone: UTC }\nsources: [{ name: North, url: 'https://north.example/feed.xml' }]\n";

    private readonly TemporaryFolder folder = new();

    public ArchiveCommandsTests() => folder.Write("sources.yaml", Sources);

    private string Archive => folder[".pipeline/archive.db"];

    public void Dispose() => folder.Dispose();

    [PostgresFact]
    public async Task Moved_to_PostgreSQL_and_back_every_row_is_the_same()
    {
        await SomeArchive.FillAsync(Archive);
        var database = await PostgresServer.NewDatabaseAsync();

        var there = await RunAsync("archive", "move", database, "--json");
        var sound = await RunAsync("archive", "verify", "--archive", database);
        var back = await RunAsync("archive", "move", "back.db", "--archive", database, "--json");
        var backup = await RunAsync("archive", "backup", "backup.db", "--archive", database, "--json");
        await PostgresServer.DropAsync(database);

        Assert.All([there, sound, back, backup], ran => Assert.True(ran.Code == 0, ran.Error + ran.Output));
        Assert.Equal("""{"visit":1,"host":1,"publication":1,"reply":1,"entry":6,"revision":7}""", JsonNode.Parse(there.Output)!["rows"]!.ToJsonString());
        Assert.Single(new[] { there, back, backup }.Select(ran => (string)JsonNode.Parse(ran.Output)!["sha256"]!).Distinct());
        Assert.StartsWith("6 entries in 7 revisions, 1 weeks read: nothing wrong", sound.Output, StringComparison.Ordinal);
        Assert.StartsWith("6 entries", (await RunAsync("archive", "verify", "--archive", "back.db")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_says_how_to_go_on_and_leaves_the_old_one()
    {
        await SomeArchive.FillAsync(Archive);
        var before = await File.ReadAllBytesAsync(Archive);

        var moved = await RunAsync("archive", "move", "new/news.db");

        Assert.True(moved.Code == 0, moved.Error);
        Assert.Contains("From now on: 'archive: new/news.db' in sources.yaml", moved.Output, StringComparison.Ordinal);
        Assert.Contains("copy 17/17  all rows", moved.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Archive));
    }

    [Fact]
    public async Task Nothing_is_moved_to_where_an_archive_is_or_from_where_none_is()
    {
        await SomeArchive.FillAsync(Archive);
        await SomeArchive.FillAsync(folder["other.db"]);

        var full = await RunAsync("archive", "move", "other.db");
        var same = await RunAsync("archive", "move", ".pipeline/archive.db");
        var missing = await RunAsync("archive", "move", "new.db", "--archive", "missing.db");
        var password = await RunAsync("archive", "move", "postgres://news:hunter2@db.example/news");

        Assert.Equal((1, 2, 1, 2), (full.Code, same.Code, missing.Code, password.Code));
        Assert.Contains("there is an archive with 17 rows in it already", full.Error, StringComparison.Ordinal);
        Assert.Contains("there is no archive at", missing.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["missing.db"]) || File.Exists(folder["new.db"]));
        Assert.DoesNotContain("hunter2", password.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_written_while_a_run_is_at_work_and_replaces_none_unasked()
    {
        await SomeArchive.FillAsync(Archive);
        await using var archive = await SqlArchive.OpenAsync(Archive, default);
        await using var run = await archive.LockAsync("run", default);

        var first = await RunAsync("archive", "backup", "backups/monday.db");
        var second = await RunAsync("archive", "backup", "backups/monday.db");
        var forced = await RunAsync("archive", "backup", "backups/monday.db", "--force");

        Assert.Equal((0, 1, 0), (first.Code, second.Code, forced.Code));
        Assert.Contains("--force", second.Error, StringComparison.Ordinal);
        Assert.Equal(["monday.db"], TemporaryFolder.Files(folder["backups"]).Keys);
        Assert.Equal(0, (await RunAsync("archive", "verify", "--archive", "backups/monday.db")).Code);
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_the_last_one()
    {
        folder.Write("backup.db", "the last one");
        folder.Write(".pipeline/archive.db", new string('x', 5000));

        var ran = await RunAsync("archive", "backup", "backup.db", "--force");

        Assert.Equal(1, ran.Code);
        Assert.Equal("the last one", await File.ReadAllTextAsync(folder["backup.db"]));
        Assert.DoesNotContain(TemporaryFolder.Files(folder.Path).Keys, name => name.Contains(".new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_is_exit_1()
    {
        await SomeArchive.FillAsync(Archive);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Archive};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE visit SET document = '{'";
            await command.ExecuteNonQueryAsync();
        }

        var ran = await RunAsync("archive", "verify");
        var json = await RunAsync("archive", "verify", "--json");

        Assert.Equal((1, 1), (ran.Code, json.Code));
        Assert.Contains("visit https://north.example/feed.xml: its document can't be read", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 wrong in", ran.Output, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(json.Output)!["sound"]!);
    }

    [Fact]
    public async Task What_retention_is_must_be_said()
    {
        await SomeArchive.FillAsync(Archive);

        var unsaid = await RunAsync("archive", "prune");
        folder.Write("sources.yaml", "retention: { size: 1MB }\n" + Sources);
        var small = await RunAsync("archive", "prune", "--json");

        Assert.Equal((2, 0), (unsaid.Code, small.Code));
        Assert.Contains("retention: { age: 400d }", unsaid.Error, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(small.Output)!["weeks"]!.AsArray());
    }

    [Fact]
    public async Task A_week_of_which_the_texts_are_gone_is_not_built_again_unasked()
    {
        await SomeArchive.FillAsync(Archive);
        await using (var archive = await SqlArchive.OpenAsync(Archive, default))
            await archive.SavePublicationAsync((await archive.PublicationAsync(Some.Week.Label, default))! with { Pruned = Some.Instant.AddDays(400) }, default);

        var refused = await RunAsync("rebuild", "2026-W06");
        var trial = await RunAsync("rebuild", "2026-W06", "--dry-run");

        Assert.Equal((1, 0), (refused.Code, trial.Code));
        Assert.Contains("the archive let go of what 2026-W06 was made of on 2027-03-11", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("move")]
    [InlineData("backup")]
    [InlineData("verify")]
    [InlineData("prune")]
    public async Task Its_help_has_examples(string verb)
    {
        var ran = await RunAsync("archive", verb, "--help");

        Assert.Equal(0, ran.Code);
        Assert.Contains($"Examples:\n  pipeline archive {verb}", ran.Output, StringComparison.Ordinal);
    }

    private Task<Ran> RunAsync(params string[] arguments) => Command.RunAsync(folder.Path, arguments);
}
