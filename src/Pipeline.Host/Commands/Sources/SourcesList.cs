using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Model;
using Pipeline.Sources;
using Spectre.Console;

namespace Pipeline.Host.Commands.Sources;

internal static class SourcesList
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new ExampledCommand("list", "The sources as sources.yaml has them; nothing is fetched.",
            """
            pipeline sources list
            pipeline sources list --json
            """)
        { common.Sources, common.Json };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(parsed.GetValue(common.Sources)!, parsed.GetValue(common.Json)))));
        return command;
    }

    private static int Run(string path, bool json)
    {
        var sources = SettingsFile.Load(path).Sources;
        if (json)
            Console.WriteLine(new JsonObject { ["sources"] = Output.Array(sources, Json) }.ToJsonString(Output.Readable));
        else
            Print(sources);
        return Exit.Done;
    }

    private static void Print(IReadOnlyList<Source> sources)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Source", "Address", "Language", "Weight", "Publisher", "Interval", "Rules");
        foreach (var source in sources)
        {
            string[] row = [source.Name, source.Url.AbsoluteUri, source.Language ?? "", Weight(source), source.Publisher == source.Name ? "" : source.Publisher, Interval(source) ?? "", Rules(source)];
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 240;
        console.Write(table);
        Console.WriteLine($"{sources.Count} {(sources.Count == 1 ? "source" : "sources")}");
    }

    private static JsonObject Json(Source source) => new()
    {
        ["name"] = source.Name,
        ["url"] = source.Url.AbsoluteUri,
        ["language"] = source.Language,
        ["weight"] = source.Weight,
        ["publisher"] = source.Publisher,
        ["interval"] = Interval(source),
        ["pages"] = source.Pages,
        ["allowPrivate"] = source.AllowPrivate,
        ["headers"] = Output.Array(source.Headers.Keys, name => name),
        ["keep"] = Json(source.Keep),
        ["drop"] = Json(source.Drop),
        ["selector"] = source.Selector,
    };

    private static JsonObject? Json(EntryRule? rule) => rule is null ? null : new JsonObject
    {
        ["words"] = Output.Array(rule.Words, word => word),
        ["pattern"] = rule.Pattern,
        ["categories"] = Output.Array(rule.Categories, category => category),
        ["language"] = Output.Array(rule.Languages, language => language),
    };

    private static string Weight(Source source) => source.Weight.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Interval(Source source) => source.Interval switch
    {
        null => null,
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => $"{ticks / TimeSpan.TicksPerDay}d",
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => $"{ticks / TimeSpan.TicksPerHour}h",
        { Ticks: var ticks } => $"{ticks / TimeSpan.TicksPerMinute}m",
    };

    /// <summary>In short. Of headers their number alone: values may be secret.</summary>
    private static string Rules(Source source)
    {
        string?[] rules =
        [
            Rule("keep", source.Keep), Rule("drop", source.Drop), source.Selector is null ? null : "selector",
            source.Headers.Count == 0 ? null : Count(source.Headers.Count, "header"), source.Pages ? null : "no pages", source.AllowPrivate ? "private" : null,
        ];
        return string.Join("; ", rules.OfType<string>());
    }

    private static string? Rule(string name, EntryRule? rule) => rule is null ? null : $"{name} " + string.Join(", ", new[]
    {
        rule.Words.Count == 0 ? null : Count(rule.Words.Count, "word"), rule.Pattern is null ? null : "pattern",
        rule.Categories.Count == 0 ? null : rule.Categories.Count == 1 ? "1 category" : $"{rule.Categories.Count} categories",
        rule.Languages.Count == 0 ? null : string.Join('/', rule.Languages),
    }.OfType<string>());

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
