using System.Diagnostics;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host;

/// <summary>The completion script in a real bash, and the same answers for the other shells.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("pipeline re", "rebuild")]
    [InlineData("pipeline sources ex", "export")]
    [InlineData("pipeline completion ", "bash fish pwsh zsh")]
    [InlineData("pipeline run --dig", "--digests")]
    [InlineData("pipeline run ", "last this")]
    [InlineData("pipeline ground ", "")]
    public async Task Bash_completes_words_and_leaves_files_to_itself(string line, string expected) =>
        Assert.Equal(expected, await InBashAsync("pipeline", line));

    [Fact]
    public async Task Bash_completes_a_command_that_is_called_by_its_path() =>
        Assert.Equal("rebuild", await InBashAsync(folder["pipeline"], folder["pipeline"] + " re"));

    [Theory]
    [InlineData("bash", "complete -o default -F _pipeline pipeline")]
    [InlineData("zsh", "#compdef pipeline")]
    [InlineData("fish", "complete -c pipeline")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName pipeline")]
    public async Task Every_shell_has_its_script(string shell, string line)
    {
        var ran = await Command.RunAsync(folder.Path, ["completion", shell]);

        Assert.Equal(0, ran.Code);
        Assert.Contains(line, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_wrong_usage() => Assert.Equal(2, (await Command.RunAsync(folder.Path, ["completion", "tcsh"])).Code);

    /// <summary>What bash would offer for a line with the cursor at its end.</summary>
    private async Task<string> InBashAsync(string command, string line)
    {
        folder.Write("pipeline", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "pipeline.dll")}' \"$@\"\n");
        const string Script = """
            chmod +x pipeline
            PATH="$PWD:$PATH"
            source <(pipeline completion bash)
            COMP_LINE=$2 COMP_POINT=${#2}
            _pipeline "$1" "${2##* }" ""
            printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd' '
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", Script, "bash", command, line]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true })!;
        var output = await bash.StandardOutput.ReadToEndAsync();
        await bash.WaitForExitAsync();
        return output.Trim();
    }
}
