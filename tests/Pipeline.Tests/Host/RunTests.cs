using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>`run` and `collect` against real feeds on loopback.</summary>
public sealed class RunTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private NewsSite site = null!;

    public async Task InitializeAsync()
    {
        site = await NewsSite.StartAsync();
        folder.Write("sources.yaml", site.Sources());
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_week_is_published_once_and_what_was_just_asked_is_not_asked_again()
    {
        var first = await Command.RunAsync(folder.Path, ["run", "2026-W06"]);
        Assert.True(first.Code == 0, first.Error + first.Output);
        Assert.Contains("72 new articles", first.Output, StringComparison.Ordinal);
        var asked = site.Asked.Values.Sum();

        var second = await Command.RunAsync(folder.Path, ["run", "2026-W06"]);

        Assert.Equal(0, second.Code);
        Assert.Contains("left alone", second.Output, StringComparison.Ordinal);
        Assert.Equal(asked, site.Asked.Values.Sum());
    }

    [Fact]
    public async Task Fetched_in_another_order_it_is_the_same_week()
    {
        folder.Write("reversed/sources.yaml", site.Sources(reversed: true));

        foreach (var at in new[] { folder.Path, folder["reversed"] })
            Assert.Equal(0, (await Command.RunAsync(at, ["run", "2026-W06"])).Code);

        var (files, reversed) = (TemporaryFolder.Files(folder["digests"]), TemporaryFolder.Files(folder["reversed/digests"]));
        Assert.Equal(files.Keys, reversed.Keys);
        Assert.All(files, file => Assert.True(file.Value.AsSpan().SequenceEqual(reversed[file.Key]), $"{file.Key} differs"));
    }

    [PostgresFact]
    public async Task On_PostgreSQL_it_is_the_same_week_and_no_output_has_the_password()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var (address, environment) = (database.Replace("postgres@", "postgres:${NEWS_DB}@", StringComparison.Ordinal), new Dictionary<string, string> { ["NEWS_DB"] = "hunter2" });
        folder.Write("postgres/sources.yaml", site.Sources(extra: $"archive: {address}\n"));
        Assert.Equal(0, (await Command.RunAsync(folder.Path, ["run", "2026-W06"])).Code);

        var run = await Command.RunAsync(folder["postgres"], ["run", "2026-W06"], environment);
        var rebuild = await Command.RunAsync(folder["postgres"], ["rebuild", "2026-W06"], environment);
        var status = await Command.RunAsync(folder["postgres"], ["status"], environment);
        await PostgresServer.DropAsync(database);

        Assert.All([run, rebuild, status], ran => Assert.True(ran.Code == 0, ran.Error + ran.Output));
        Assert.All([run, rebuild, status], ran => Assert.DoesNotContain("hunter2", ran.Output + ran.Error, StringComparison.Ordinal));
        Assert.Contains("72 articles", status.Output, StringComparison.Ordinal);
        Assert.Equal(TemporaryFolder.Files(folder["digests"]), TemporaryFolder.Files(folder["postgres/digests"]));
    }

    /// <summary>With each line of progress all connections of the run are cut.</summary>
    [PostgresFact]
    public async Task Lost_connections_in_the_middle_of_a_run_lose_nothing()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        folder.Write("postgres/sources.yaml", site.Sources());
        Assert.Equal(0, (await Command.RunAsync(folder.Path, ["run", "2026-W06"])).Code);

        var (code, said) = await RunCutAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await PostgresServer.DropAsync(database);

        Assert.True(code == 0, said);
        Assert.Equal(TemporaryFolder.Files(folder["digests"]), TemporaryFolder.Files(folder["postgres/digests"]));
    }

    [PostgresFact]
    public async Task A_server_that_stays_away_ends_the_run_with_a_clear_word_and_the_next_one_goes_on()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        var name = new Uri(database).AbsolutePath.Trim('/');
        folder.Write("postgres/sources.yaml", site.Sources());
        Assert.Equal(0, (await Command.RunAsync(folder.Path, ["run", "2026-W06"])).Code);

        var (code, said) = await RunCutAsync(database, $"UPDATE pg_database SET datallowconn = false WHERE datname = '{name}'; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        Assert.True(code == 1, said);
        Assert.Contains($"pipeline: the archive {database} failed:", said, StringComparison.Ordinal);
        Assert.Empty(TemporaryFolder.Files(folder["postgres/digests"]));

        await PostgresServer.ExecuteOnServerAsync($"UPDATE pg_database SET datallowconn = true WHERE datname = '{name}'");
        var next = await Command.RunAsync(folder["postgres"], ["run", "2026-W06", "--archive", database]);
        await PostgresServer.DropAsync(database);

        Assert.True(next.Code == 0, next.Error);
        Assert.Equal(TemporaryFolder.Files(folder["digests"]), TemporaryFolder.Files(folder["postgres/digests"]));
    }

    /// <summary>A folder in which not even root may write.</summary>
    [Fact]
    public async Task A_folder_that_may_not_be_written_is_told()
    {
        if (!OperatingSystem.IsLinux())
            return;

        var ran = await Command.RunAsync(folder.Path, ["run", "2026-W06", "--archive", "/proc/archive.db"]);

        Assert.Equal(1, ran.Code);
        Assert.StartsWith("pipeline: the archive /proc/archive.db can't be opened", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_feed_costs_no_digest()
    {
        folder.Write("sources.yaml", site.Sources() + "  - name: Gone Gazette\n    url: http://127.0.0.1:9/feed.xml\n    allow-private: true\n");

        var run = await Command.RunAsync(folder.Path, ["run", "2026-W06"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("1 trouble", run.Output, StringComparison.Ordinal);
        Assert.Contains("Gone Gazette", File.ReadAllText(folder["digests/weekly_news/ai_news_2026-W06/index.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Private_addresses_are_refused_unless_allowed()
    {
        folder.Write("sources.yaml", site.Sources(publishers: 1).Replace("    allow-private: true\n", "", StringComparison.Ordinal));

        var run = await Command.RunAsync(folder.Path, ["collect"]);

        Assert.Contains("allow-private", run.Error, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Late_articles_join_on_a_rebuild_and_no_number_moves()
    {
        folder.Write("sources.yaml", site.Sources(publishers: 2));
        await Command.RunAsync(folder.Path, ["run", "2026-W06"]);
        var before = Anchors();
        folder.Write("sources.yaml", site.Sources(publishers: 3));
        await Command.RunAsync(folder.Path, ["collect"]);

        var rebuilt = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06"]);

        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        var after = Anchors();
        Assert.Equal(24, before.Count);
        Assert.Equal(36, after.Count);
        Assert.All(before, item => Assert.Equal(item.Value, after[item.Key]));
    }

    [Fact]
    public async Task What_was_changed_or_withdrawn_after_publication_is_told_by_status_and_marked_by_a_rebuild()
    {
        folder.Write("sources.yaml", site.Sources(publishers: 2));
        await Command.RunAsync(folder.Path, ["run", "2026-W06"]);
        Assert.DoesNotContain("since publication", (await Command.RunAsync(folder.Path, ["status"])).Output, StringComparison.Ordinal);
        site.IsCorrected = true;
        await Command.RunAsync(folder.Path, ["collect", "Brightwater", "Copperleaf"]);

        var status = await Command.RunAsync(folder.Path, ["status"]);
        var rebuilt = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06"]);
        var after = await Command.RunAsync(folder.Path, ["status"]);
        var page = File.ReadAllText(folder["digests/2026-W06/index.md"]);
        await Command.RunAsync(folder.Path, ["rebuild", "2026-W06"]);

        Assert.Matches(@"changed since publication, seen \d{4}-\d\d-\d\d: Brightwater, Corrected: ", status.Output);
        Assert.Matches(@"withdrawn since publication, seen \d{4}-\d\d-\d\d: Copperleaf, ", status.Output);
        Assert.Contains("'pipeline rebuild 2026-W06' does so", status.Output, StringComparison.Ordinal);
        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Assert.Contains("withdrawn since publication", rebuilt.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("does so", after.Output, StringComparison.Ordinal);
        Assert.Matches(@"Correction \(\d{4}-\d\d-\d\d\): changed by the publisher since this digest was published: \[Brightwater\]\([^)]*#n\d+\); withdrawn since this digest was published: \[Copperleaf\]", page);
        Assert.Equal(page, File.ReadAllText(folder["digests/2026-W06/index.md"]));
        Assert.Equal(0, (await Command.RunAsync(folder.Path, ["check"])).Code);
    }

    [Fact]
    public async Task A_second_run_says_which_process_is_at_work()
    {
        Directory.CreateDirectory(folder[".pipeline"]);
        await using var archive = await Pipeline.Host.Storage.SqlArchive.OpenAsync(folder[".pipeline/archive.db"], CancellationToken.None);
        await using var hold = await archive.LockAsync("a test at work", CancellationToken.None);

        var run = await Command.RunAsync(folder.Path, ["run", "2026-W06"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("a test at work", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{Environment.ProcessId}", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Anchor by URL, as the raw-news page has them.</summary>
    private Dictionary<string, string> Anchors() =>
        System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(folder["digests/weekly_news/ai_news_2026-W06/index.md"]), @"<a id=""(n\d+)""></a>\[[^\]]*\]\(([^)]*)\)")
            .ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);

    /// <summary>A run on PostgreSQL during which, with every line of progress, something is done to the server.</summary>
    private async Task<(int Code, string Said)> RunCutAsync(string database, string sql)
    {
        using var process = Command.Start(folder["postgres"], ["run", "2026-W06", "--archive", database]);
        var output = process.StandardOutput.ReadToEndAsync();
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            await PostgresServer.ExecuteOnServerAsync(sql.Replace("current_database()", $"'{new Uri(database).AbsolutePath.Trim('/')}'", StringComparison.Ordinal));
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, string.Join('\n', said) + await output);
    }
}
