using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Fetching;

namespace Pipeline.Host.Commands.Sources;

internal static class SourcesCheck
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var names = new Argument<string[]>("SOURCE") { Description = "sources to ask, by name (default: all)", Arity = ArgumentArity.ZeroOrMore };
        var command = new ExampledCommand("check", "Ask every source now, due or not, and say how it does and what to do about it. Nothing is kept. Exit 1 where an editor is needed.",
            """
            pipeline sources check
            pipeline sources check "Example Lab" 量子位
            pipeline sources check --json
            """)
        { names, common.Sources, common.Json };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(
            new Request { Sources = parsed.GetValue(common.Sources)!, Json = parsed.GetValue(common.Json) }, parsed.GetValue(names) ?? [], cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(Request request, string[] names, CancellationToken cancellation)
    {
        var settings = Desk.LoadSettings(request);
        var sources = names.Length == 0 ? settings.Sources : SourceNames.Choose(names, settings.Sources, request.Sources);
        using var progress = new ConsoleProgress();
        using var fetcher = new Fetcher(Desk.Options(settings));
        var verdicts = await new SourceSurvey(fetcher, TimeProvider.System, progress).RunAsync(sources, cancellation);
        progress.Dispose();
        if (request.Json)
            Console.WriteLine(new JsonObject { ["sources"] = Output.Array(verdicts, Json), ["needEditor"] = verdicts.Count(verdict => verdict.NeedsEditor) }.ToJsonString(Output.Readable));
        else
            Print(verdicts);
        return verdicts.Any(verdict => verdict.NeedsEditor) ? Exit.Failed : Exit.Done;
    }

    /// <summary>What is wrong comes last, where a terminal still shows it.</summary>
    private static void Print(IReadOnlyList<SourceVerdict> verdicts)
    {
        foreach (var verdict in verdicts.OrderBy(verdict => verdict.NeedsEditor).ThenBy(verdict => verdict.State != SourceState.Fine))
        {
            Console.WriteLine($"{Name(verdict.State),-12} {verdict.Source}: {verdict.What}");
            if (verdict.Remedy.Length > 0)
                Console.WriteLine($"{"",-12} → {verdict.Remedy}");
        }

        var counts = verdicts.GroupBy(verdict => verdict.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Name(group.Key)}");
        Console.WriteLine($"{verdicts.Count} asked: {string.Join(", ", counts)}");
    }

    private static JsonObject Json(SourceVerdict verdict) => new()
    {
        ["name"] = verdict.Source,
        ["state"] = Name(verdict.State),
        ["needsEditor"] = verdict.NeedsEditor,
        ["entries"] = verdict.Entries,
        ["newest"] = Output.Instant(verdict.Newest?.ToUniversalTime()),
        ["what"] = verdict.What,
        ["remedy"] = verdict.Remedy.Length == 0 ? null : verdict.Remedy,
        ["url"] = verdict.Instead?.AbsoluteUri,
    };

    private static string Name(SourceState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());
}
