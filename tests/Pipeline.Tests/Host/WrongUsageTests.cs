using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>Wrong input: one clear line that says what to do, and the contract's exit code.</summary>
public sealed class WrongUsageTests : IDisposable
{
    private const string Sources =
        """
        week: { ends: monday 00:00, zone: UTC }
        sources:
          - name: Northlight Lab
            url: http://127.0.0.1:9/feed.xml
            allow-private: true
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(2, "pipeline --help", "publish")]
    [InlineData(2, "'publish' is no verb of 'pipeline'; there are demo, run,", "publish")]
    [InlineData(2, "'pipeline' wants a verb: demo, run,")]
    [InlineData(2, "'pipeline sources' wants a verb: add, import,", "sources")]
    [InlineData(2, "'ad' is no verb of 'pipeline sources'; there are add,", "sources", "ad", "https://lab.example/")]
    [InlineData(2, "'--sources' stands before 'run'; write it after", "--sources", "x.yaml", "run")]
    [InlineData(2, "'--sources' stands before 'run'; write it after", "--sources=x.yaml", "run", "last")]
    [InlineData(2, "'--json' stands before 'verify'; write it after", "archive", "--json", "verify")]
    [InlineData(2, "'--json' stands before a verb; write it after one: demo, run,", "--json")]
    [InlineData(2, "'--json' stands before a verb; write it after one: move, backup,", "archive", "--json")]
    [InlineData(2, "'--sorces' is no option of 'run'", "--sorces", "x.yaml", "run")]
    [InlineData(2, "'--sorces' is no verb of 'pipeline'; there are demo, run,", "--sorces", "x.yaml")]
    [InlineData(2, "'--no-such-option' is no option of 'run'", "run", "2026-W06", "--no-such-option")]
    [InlineData(2, "'--sorces' is no option of 'run'", "run", "--sorces", "x.yaml")]
    [InlineData(2, "sources.yaml", "run")]
    [InlineData(2, "sources.yaml", "check")]
    [InlineData(2, "inspect", "inspect", "feed")]
    [InlineData(2, "'--nope' is no option of 'article'", "inspect", "article", "--nope")]
    [InlineData(2, "'--nope' is no option of 'collect'", "collect", "--nope")]
    [InlineData(2, "'-x' is no option of 'run'", "run", "-x")]
    [InlineData(2, "'nonsense' is no web address", "inspect", "article", "page.html", "--url", "nonsense")]
    [InlineData(2, "there is no file none.jsonl", "inspect", "article", "--list", "none.jsonl")]
    [InlineData(2, "there is no file none.jsonl", "inspect", "stories", "none.jsonl")]
    [InlineData(2, "there is no file none.jsonl", "ground", "none.jsonl")]
    [InlineData(2, ". is a folder; name a file", "ground", ".")]
    [InlineData(2, ". is a folder; name a file", "inspect", "feed", "--list", ".")]
    [InlineData(2, "this is a folder; name the file in it", "status", "--sources", ".")]
    [InlineData(2, "there is no folder", "rebuild", "2026-W06", "--email", "none/digest.eml")]
    [InlineData(2, ". is a folder", "rebuild", "2026-W06", "--email", ".")]
    [InlineData(2, "--adopt can't go with --fresh", "rebuild", "2026-W06", "--adopt", "--fresh")]
    [InlineData(2, "--adopt can't go with --diff", "rebuild", "2026-W06", "--diff", "--adopt")]
    [InlineData(2, "--adopt can't go with --dry-run", "rebuild", "2026-W06", "--adopt", "--dry-run")]
    [InlineData(2, "'nonsense' is no address", "serve", "--url", "nonsense")]
    [InlineData(2, "'ftp://127.0.0.1:8765' is no address", "serve", "--url", "ftp://127.0.0.1:8765")]
    [InlineData(2, "'http://127.0.0.1:99999' is no address", "serve", "--url", "http://127.0.0.1:99999")]
    [InlineData(2, ". is a folder; name a file", "archive", "move", ".")]
    [InlineData(2, "pipeline.dll is a file; name a folder", "demo", "--digests", "BASE/pipeline.dll")]
    public async Task Is_answered_with_a_remedy(int code, string said, params string[] arguments)
    {
        var ran = await Command.RunAsync(folder.Path, [.. arguments.Select(argument => argument.Replace("BASE", AppContext.BaseDirectory, StringComparison.Ordinal))]);

        Assert.Equal(code, ran.Code);
        Assert.DoesNotContain("Unrecognized", ran.Error, StringComparison.Ordinal);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no file none.opml", "sources", "import", "none.opml")]
    [InlineData("there is no folder", "sources", "export", "none/feeds.opml")]
    public async Task A_list_that_is_nowhere_is_wrong_usage(string said, params string[] arguments)
    {
        folder.Write("sources.yaml", Sources);

        var ran = await Command.RunAsync(folder.Path, arguments);

        Assert.Equal(2, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_inspected_is_a_row_that_says_why_and_no_failure()
    {
        var ran = await Command.RunAsync(folder.Path, ["inspect", "article", "none.html", "."]);

        Assert.Equal(0, ran.Code);
        Assert.Contains("\"error\":\"there is no such file\"", ran.Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("\"error\":\"this is a folder", ran.Output.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_or_file_where_the_other_is_wanted_is_told()
    {
        folder.Write("sources.yaml", Sources);
        Directory.CreateDirectory(folder["folder"]);

        var archive = await Command.RunAsync(folder.Path, ["status", "--archive", "folder"]);
        var digests = await Command.RunAsync(folder.Path, ["check", "--digests", "sources.yaml"]);

        Assert.Equal(2, archive.Code);
        Assert.Contains("folder is a folder", archive.Error, StringComparison.Ordinal);
        Assert.Equal(2, digests.Code);
        Assert.Contains("sources.yaml is a file; name a folder", digests.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_that_is_none_is_refused()
    {
        folder.Write("sources.yaml", Sources);

        var ran = await Command.RunAsync(folder.Path, ["run", "2026-W54"]);

        Assert.Equal(2, ran.Code);
        Assert.Contains("2026-W54", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_of_sources_yaml_are_told_with_their_lines()
    {
        folder.Write("sources.yaml", Sources + "\n    wieght: 2\n  - name: Northlight Lab\n    url: nowhere\n");

        var ran = await Command.RunAsync(folder.Path, ["run", "2026-W06"]);

        Assert.Equal(2, ran.Code);
        Assert.Contains("sources.yaml:6:", ran.Error, StringComparison.Ordinal);
        Assert.Contains("sources.yaml:8:", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebuild_of_what_the_archive_does_not_hold_says_so()
    {
        folder.Write("sources.yaml", Sources);

        var ran = await Command.RunAsync(folder.Path, ["rebuild", "2026-W06"]);

        Assert.Equal(1, ran.Code);
        Assert.Contains("2026-W06", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_without_items_publishes_nothing_and_says_so()
    {
        folder.Write("sources.yaml", Sources);

        var ran = await Command.RunAsync(folder.Path, ["run", "2026-W06"]);

        Assert.Equal(0, ran.Code);
        Assert.Contains("no items", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 trouble", ran.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["digests"]));
        Assert.Equal(1, (await Command.RunAsync(folder.Path, ["collect", "Northlight Lab", "--strict"])).Code);
    }
}
