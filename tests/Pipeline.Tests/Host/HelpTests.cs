using System.CommandLine;
using Pipeline.Host.Commands;

namespace Pipeline.Tests.Host;

/// <summary>Every verb shows how it is used, and what it shows can be used.</summary>
public class HelpTests
{
    public static TheoryData<string> Verbs => [.. Paths(CommandLine.Root(), "pipeline").Select(pair => pair.Path)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_has_examples_that_parse(string path)
    {
        var examples = Assert.IsType<ExampledCommand>(Paths(CommandLine.Root(), "pipeline").Single(pair => pair.Path == path).Command).Examples;
        var lines = examples.Split('\n').Where(line => line.Contains(path, StringComparison.Ordinal)).Select(Arguments).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Empty(CommandLine.Root().Parse(line).Errors));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_and_its_options_say_what_they_do(string path)
    {
        var command = Paths(CommandLine.Root(), "pipeline").Single(pair => pair.Path == path).Command;

        Assert.True(command.Options.Count > 0 || command.Subcommands.Count > 0);
        Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrWhiteSpace(argument.Description), argument.Name));
    }

    [Fact]
    public void A_week_is_called_so_wherever_one_is_taken()
    {
        var weeks = Paths(CommandLine.Root(), "pipeline").SelectMany(pair => pair.Command.Arguments.Select(argument => (pair.Path, Argument: argument)))
            .Where(pair => pair.Argument.Description!.Contains("2026-W06", StringComparison.Ordinal)).ToList();

        Assert.Equal(["pipeline run", "pipeline rebuild", "pipeline check", "pipeline explain"], weeks.Select(pair => pair.Path));
        Assert.All(weeks, pair => Assert.Equal("WEEK", pair.Argument.Name));
    }

    /// <summary>The demo keeps its own sources and archive.</summary>
    [Theory]
    [InlineData("inspect article page.html")]
    [InlineData("inspect stories week.jsonl")]
    [InlineData("ground claims.jsonl")]
    [InlineData("sources list")]
    [InlineData("status")]
    [InlineData("archive backup monday.db")]
    [InlineData("archive move postgres://news@db.example/news")]
    [InlineData("archive verify")]
    [InlineData("archive prune")]
    public void Every_verb_takes_the_common_options(string line) =>
        Assert.Empty(CommandLine.Root().Parse(line + " --sources a.yaml --archive b.db --digests c --json --strict").Errors);

    [Theory]
    [InlineData("backup", "--digests, --strict")]
    [InlineData("move", "--digests, --strict")]
    [InlineData("prune", "--strict")]
    [InlineData("verify", "--strict")]
    public void What_says_nothing_to_a_verb_is_taken_and_not_told(string verb, string silent)
    {
        var command = Paths(CommandLine.Root(), "pipeline").Single(pair => pair.Path == $"pipeline archive {verb}").Command;

        Assert.Equal(silent, string.Join(", ", command.Options.Where(option => option.Hidden).Select(option => option.Name).Order(StringComparer.Ordinal)));
    }

    /// <summary>What stands behind the command's name, without the remark behind it and without what else a shell does in the line.</summary>
    private static string Arguments(string line) =>
        line[(line.IndexOf("pipeline ", StringComparison.Ordinal) + "pipeline ".Length)..].Split("   ")[0].Split(" > ")[0].Split(" | ")[0].TrimEnd(')', '\r');

    private static IEnumerable<(string Path, Command Command)> Paths(Command command, string path) =>
        command.Subcommands.SelectMany(verb => Paths(verb, $"{path} {verb.Name}").Prepend(($"{path} {verb.Name}", verb)));
}
