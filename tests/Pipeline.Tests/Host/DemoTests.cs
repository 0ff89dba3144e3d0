using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The sample week through the built command, as its users run it.</summary>
public sealed class DemoTests : IAsyncLifetime
{
    private const string Sources = ".pipeline/demo/sources.yaml";

    private readonly TemporaryFolder folder = new();
    private Ran demo = new(-1, "", "");

    public async Task InitializeAsync() => demo = await Command.RunAsync(folder.Path, ["demo"]);

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void It_writes_what_is_committed()
    {
        Assert.True(demo.Code == 0, demo.Error + demo.Output);
        Same(TemporaryFolder.Files(Path.Combine(Cases.Root, "digests")));
    }

    [Fact]
    public void It_ends_with_the_digests_path_and_a_table()
    {
        Assert.Contains(Path.Combine(folder.Path, "digests", "2026-W06", "index.md"), demo.Output, StringComparison.Ordinal);
        Assert.Contains("in no theme", demo.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", string.Concat(TemporaryFolder.Files(folder["digests"]).Values.Select(System.Text.Encoding.UTF8.GetString)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh_CN.UTF-8", "Asia/Shanghai")]
    [InlineData("tr_TR.UTF-8", "America/New_York")]
    public async Task A_rebuild_writes_the_same_bytes_under_every_culture_and_zone(string culture, string zone)
    {
        var before = TemporaryFolder.Files(folder["digests"]);
        Directory.Delete(folder["digests"], recursive: true);

        var environment = new Dictionary<string, string> { ["LC_ALL"] = culture, ["LANG"] = culture, ["TZ"] = zone };
        var rebuilt = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources], environment);

        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Same(before);
    }

    [Fact]
    public async Task Fetched_in_another_order_it_is_the_same_week()
    {
        var before = TemporaryFolder.Files(folder["digests"]);
        var lines = File.ReadAllText(folder[Sources]);
        var at = lines.IndexOf("\nsources:", StringComparison.Ordinal) + 1;
        var end = lines.IndexOf("\narchive:", StringComparison.Ordinal) + 1;
        var sources = System.Text.RegularExpressions.Regex.Split(lines[at..end], @"(?=^  - )", System.Text.RegularExpressions.RegexOptions.Multiline);
        File.WriteAllText(folder[Sources], lines[..at] + sources[0] + string.Concat(sources[1..].Reverse().Select(source => source.TrimEnd() + "\n")) + lines[end..]);

        var rebuilt = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources]);

        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Same(before);
    }

    [Fact]
    public async Task An_edit_by_hand_is_not_overwritten_unless_forced()
    {
        var digest = folder["digests/2026-W06/index.md"];
        var written = File.ReadAllText(digest);
        File.AppendAllText(digest, "\nA line of the editor's.\n");

        var refused = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("--force", refused.Output, StringComparison.Ordinal);
        Assert.EndsWith("A line of the editor's.\n", File.ReadAllText(digest), StringComparison.Ordinal);

        var shown = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--diff"]);
        Assert.Contains("- A line of the editor's.", shown.Output, StringComparison.Ordinal);

        var forced = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--force"]);
        Assert.Equal(0, forced.Code);
        Assert.Equal(written, File.ReadAllText(digest));
    }

    [Fact]
    public async Task An_edit_by_hand_is_made_an_edit_that_rebuilds_keep()
    {
        var (digest, edits) = (folder["digests/2026-W06/index.md"], folder["digests/edits/2026-W06.yaml"]);
        folder.Write("digests/edits/2026-W06.yaml", "# What the desk decided.\nedits:\n- note: 本期由值班编辑校对。\n");
        File.WriteAllText(digest, File.ReadAllText(digest).Replace("### 主轴一：治理、合规与安全\n", "### 主轴一：规则\n", StringComparison.Ordinal));

        var offered = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources]);
        Assert.Equal(1, offered.Code);
        Assert.Contains("edits:\n  - rename: t1\n    title: 规则\n", offered.Error, StringComparison.Ordinal);
        Assert.Contains("--adopt", offered.Output, StringComparison.Ordinal);

        var adopted = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--adopt"]);
        Assert.True(adopted.Code == 0, adopted.Error + adopted.Output);
        Assert.Equal("# What the desk decided.\nedits:\n- note: 本期由值班编辑校对。\n- rename: t1\n  title: 规则\n", File.ReadAllText(edits));
        Assert.Contains("### 主轴一：规则\n", File.ReadAllText(digest), StringComparison.Ordinal);
        Assert.Contains("本期由值班编辑校对", File.ReadAllText(digest), StringComparison.Ordinal);

        File.AppendAllText(digest, "\n### 读者来信\n\n有读者问起。\n");
        var written = File.ReadAllText(digest);
        var refused = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--adopt"]);
        Assert.Equal(1, refused.Code);
        Assert.Contains("no edit can say this: 2026-W06/index.md:", refused.Error, StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllText(digest));
    }

    [Fact]
    public async Task A_published_week_is_left_alone_by_run_and_green_to_check()
    {
        // No network is to be had for these sources: what is not due is not asked, and the week is not built again.
        var run = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06", "--sources", Sources, "--dry-run"]);
        Assert.Contains("0 files would change", run.Output, StringComparison.Ordinal);

        Directory.Delete(folder[".pipeline"], recursive: true);
        File.Copy(Path.Combine(Cases.Root, "sources.yaml"), folder["sources.yaml"]);
        var check = await Command.RunAsync(folder.Path, ["check", "2026-W06"]);
        Assert.True(check.Code == 0, check.Output + check.Error);
    }

    [Fact]
    public async Task With_its_archive_the_week_is_held_against_that_too()
    {
        var green = await Command.RunAsync(folder.Path, ["check", "2026-W06", "--sources", Sources]);
        Assert.True(green.Code == 0, green.Output + green.Error);
        Assert.Contains(", 1 of them against the archive too: nothing is wrong", green.Output, StringComparison.Ordinal);

        await using (var archive = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder[".pipeline/demo/archive.db"]};Pooling=False"))
        {
            await archive.OpenAsync();
            await using var command = archive.CreateCommand();
            command.CommandText = "DELETE FROM revision; DELETE FROM entry";
            await command.ExecuteNonQueryAsync();
        }

        var red = await Command.RunAsync(folder.Path, ["check", "2026-W06", "--sources", Sources]);
        Assert.Equal(1, red.Code);
        Assert.Contains("the archive holds no article", red.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digests/2026-W06/index.md", "#n01)", "#n999)")]
    [InlineData("digests/weekly_news/ai_news_2026-W06/index.md", "<a id=\"n01\"></a>", "")]
    [InlineData("digests/data/2026-W06.json", "\"quotation\": \"", "\"quotation\": \"x")]
    public async Task A_link_an_anchor_or_evidence_gone_is_red_and_named(string file, string taken, string put)
    {
        var text = File.ReadAllText(folder[file]);
        var at = text.IndexOf(taken, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{taken} is not in {file}");
        File.WriteAllText(folder[file], text[..at] + put + text[(at + taken.Length)..]);

        var check = await Command.RunAsync(folder.Path, ["check", "2026-W06", "--sources", Sources]);

        Assert.Equal(1, check.Code);
        Assert.Contains(file["digests/".Length..], check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_refuses_a_folder_that_holds_other_weeks()
    {
        Directory.CreateDirectory(folder["digests/2026-W05"]);

        var refused = await Command.RunAsync(folder.Path, ["demo"]);

        Assert.Equal(1, refused.Code);
        Assert.Contains("2026-W05", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--digests", refused.Error, StringComparison.Ordinal);
    }

    private void Same(SortedDictionary<string, byte[]> expected)
    {
        var actual = TemporaryFolder.Files(folder["digests"]);
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, bytes) in expected)
            Assert.True(bytes.AsSpan().SequenceEqual(actual[path]), $"{path} differs");
    }
}
