using System.CommandLine;

namespace Pipeline.Host.Commands;

internal static class CollectCommand
{
    private const string Examples =
        """
        pipeline collect                               every source that is due
        pipeline collect "Example Lab" --json          one source now, due or not
        """;

    public static Command Create()
    {
        var common = new CommonOptions();
        var names = new Argument<string[]>("SOURCE") { Description = "sources to ask now, by name, due or not; left out: all that are due", Arity = ArgumentArity.ZeroOrMore };
        var command = new ExampledCommand("collect", "Fetch and clip what is due into the archive.", Examples) { names };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(common.Read(parsed), parsed.GetValue(names) ?? [], cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string[] names, CancellationToken cancellation)
    {
        using var progress = new ConsoleProgress();
        await using var desk = await Desk.OpenAsync(request, progress, cancellation);
        var only = names.Length == 0 ? null : SourceNames.Choose(names, desk.Settings.Sources, request.Sources).Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        await using var hold = await desk.Archive.LockAsync("pipeline collect", cancellation);
        var collected = await desk.Newsroom.CollectAsync(only, cancellation);
        progress.Dispose();
        new RunSummary(desk, request).Print(collected, published: null);
        return RunSummary.ExitCode(request, collected, published: null);
    }
}
