using System.CommandLine;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

/// <summary>The options that every verb takes, and the arguments that several do.</summary>
internal sealed class CommonOptions
{
    public Option<string> Sources { get; } = new("--sources")
    {
        Description = "what the editors set: feeds, week, schedule, themes",
        HelpName = "FILE",
        DefaultValueFactory = _ => "sources.yaml",
    };

    public Option<string?> Archive { get; } = new("--archive")
    {
        Description = "the archive: an SQLite file, or postgres://user@host/database (default: .pipeline/archive.db beside sources.yaml, or what that says)",
        HelpName = "URL",
    };

    public Option<string?> Digests { get; } = new("--digests")
    {
        Description = "where digests are written (default: digests beside sources.yaml, or what that says)",
        HelpName = "DIR",
    };

    public Option<bool> Json { get; } = new("--json") { Description = "print the report as JSON" };

    public Option<bool> Strict { get; } = new("--strict") { Description = "exit 1 where there was any trouble" };

    public static Argument<string?> Week() => new("WEEK")
    {
        Description = "2026-W06, 'this' or 'last'; left out: the latest week whose window has closed",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "WEEK",
        CompletionSources = { "this", "last" },
    };

    public IReadOnlyList<Option> All => [Sources, Archive, Digests, Json, Strict];

    /// <param name="silent">Those that have nothing to say to the verb: scripts may give them all the same, and its help leaves them out.</param>
    public void AddTo(Command command, params IReadOnlyList<Option> silent)
    {
        foreach (var option in All)
        {
            option.Hidden = silent.Contains(option);
            command.Options.Add(option);
        }
    }

    public Request Read(ParseResult parsed) => new()
    {
        Sources = parsed.GetValue(Sources)!,
        Archive = parsed.GetValue(Archive) is { } archive ? NamedFile.NoFolder(archive) : null,
        Digests = parsed.GetValue(Digests) is { } digests ? NamedFile.NoFile(digests) : null,
        Json = parsed.GetValue(Json),
        Strict = parsed.GetValue(Strict),
    };
}

/// <summary>What was asked for on the command line, of what every verb takes.</summary>
internal sealed record Request
{
    public string Sources { get; init; } = "sources.yaml";

    public string? Archive { get; init; }

    public string? Digests { get; init; }

    public bool Json { get; init; }

    public bool Strict { get; init; }

    /// <summary>Whether the process works beside others on one archive, where that can be shared.</summary>
    public bool IsNode { get; init; }

    /// <summary>Which week is meant by a word of the command line.</summary>
    /// <exception cref="UsageException">It is no week.</exception>
    public static WeekLabel Week(string? word, WeekRule rule, DateTimeOffset now) => word switch
    {
        null or "last" => rule.LatestClosed(now).Label,
        "this" => rule.Containing(now).Label,
        _ when WeekLabel.TryParse(word, out var label) => label,
        _ => throw new UsageException($"'{word}' is no week; a week looks like 2026-W06, or is 'this' or 'last'"),
    };
}
