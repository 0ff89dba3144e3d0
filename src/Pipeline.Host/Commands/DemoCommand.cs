using System.CommandLine;
using System.Text.RegularExpressions;
using Pipeline.Host.Demo;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.Commands;

internal static partial class DemoCommand
{
    private static readonly WeekLabel Label = WeekLabel.Parse("2026-W06");

    private const string Examples =
        """
        pipeline demo                                  writes digests/
        pipeline demo --digests /tmp/sample            writes there
        """;

    public static Command Create()
    {
        var digests = new Option<string>("--digests") { Description = "where the digest is written", DefaultValueFactory = _ => "digests", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "print the report as JSON" };
        var strict = new Option<bool>("--strict") { Description = "exit 1 where there was any trouble; the sample week has some on purpose" };
        var command = new ExampledCommand("demo", "Take the sample week (invented publishers, served on loopback) through the whole pipeline; no network is used.", Examples) { digests, json, strict };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => RunAsync(parsed.GetValue(digests)!, parsed.GetValue(json), parsed.GetValue(strict), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string digests, bool json, bool strict, CancellationToken cancellation)
    {
        RefuseForeign(NamedFile.NoFile(digests));
        var week = DemoWeek.Load();
        var request = new Request { Sources = SetUp(week, digests), Json = json, Strict = strict };
        await using var server = await DemoServer.StartAsync(week, cancellation);
        using var progress = new ConsoleProgress();
        // The clock stands at the instant at which the week is published: the same run, whenever it is run.
        var clock = new StandingClock(SettingsFile.Load(request.Sources).Week.WeekOf(Label).Window.End);
        await using var desk = await Desk.OpenAsync(request, progress, cancellation, clock, server.Transport());
        await using var hold = await desk.Archive.LockAsync("pipeline demo", cancellation);
        var code = await RunCommand.RunAsync(desk, request, Label, progress, cancellation);
        if (!json && code == Exit.Done)
            PrintNext(request.Sources);
        return code;
    }

    /// <summary>Makes .pipeline/demo/ anew, with its own sources.yaml and an empty archive.</summary>
    private static string SetUp(DemoWeek week, string digests)
    {
        var folder = Path.Combine(".pipeline", "demo");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var sources = Path.Combine(folder, "sources.yaml");
        var relative = Path.GetRelativePath(folder, digests).Replace('\\', '/');
        File.WriteAllText(sources, $"{week.Sources}\narchive: archive.db\ndigests: '{relative.Replace("'", "''", StringComparison.Ordinal)}'\n");
        return sources;
    }

    private static void RefuseForeign(string digests)
    {
        if (!Directory.Exists(digests))
            return;
        var other = Directory.EnumerateDirectories(digests).Select(folder => Path.GetFileName(folder)!)
            .Where(name => WeekFolder().IsMatch(name) && name != Label.ToString()).Order(StringComparer.Ordinal).FirstOrDefault();
        if (other is not null)
            throw new TroubleException($"{digests} holds {other}, which is not the sample week; say where the sample may be written with --digests DIR");
    }

    private static void PrintNext(string sources) => Console.WriteLine(
        $"""
        Look further:
          pipeline rebuild {Label} --sources {sources}     the same bytes again, from the archive alone
          pipeline check {Label} --sources {sources}       every claim, link and anchor
          pipeline status --sources {sources}                sources, weeks, counts
        """);

    [GeneratedRegex("^[0-9]{4}-W[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex WeekFolder();

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
