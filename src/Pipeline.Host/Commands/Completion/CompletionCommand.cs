using System.CommandLine;

namespace Pipeline.Host.Commands.Completion;

/// <summary>Prints a shell's completion script, which asks the command itself: System.CommandLine answers <c>[suggest:POSITION] LINE</c>.</summary>
internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong(Shells);
        var command = new ExampledCommand("completion", "Print a shell's completion script; its first line says where it belongs.",
            """
            source <(pipeline completion bash)
            pipeline completion fish | source
            """)
        { shell };
        command.SetAction(parsed => Exit.Guard(() => Task.FromResult(Print(parsed.GetValue(shell)!))));
        return command;
    }

    private static int Print(string shell)
    {
        using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!);
        Console.Write(script.ReadToEnd());
        return Exit.Done;
    }
}
