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
    [InlineData(2, "--help", "run", "2026-W06", "--no-such-option")]
    [InlineData(2, "sources.yaml", "run")]
    [InlineData(2, "sources.yaml", "check")]
    [InlineData(2, "inspect", "inspect", "feed")]
    public async Task Is_answered_with_a_remedy(int code, string said, params string[] arguments)
    {
        var ran = await Command.RunAsync(folder.Path, arguments);

        Assert.Equal(code, ran.Code);
        Assert.Contains(said, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
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
