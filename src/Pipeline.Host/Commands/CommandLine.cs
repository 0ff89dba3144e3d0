using System.CommandLine;
using System.CommandLine.Help;
using Pipeline.Host.Commands.Archive;
using Pipeline.Host.Commands.Completion;
using Pipeline.Host.Commands.Inspect;
using Pipeline.Host.Commands.Sources;

namespace Pipeline.Host.Commands;

/// <summary>The verbs, and how every one of them ends.</summary>
internal static class CommandLine
{
    /// <summary>From SIGINT or SIGTERM on, to end what is begun; supervisors mostly give more before they kill.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string NoOption = "is no option of";

    public static async Task<int> RunAsync(string[] arguments)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var export = OpenTelemetryExport.Start(Environment.GetEnvironmentVariable);
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        foreach (var mistake in Mistakes(parsed))
            await Console.Error.WriteLineAsync($"pipeline: {mistake}");
        await Console.Error.WriteLineAsync($"Try 'pipeline {Path(parsed)}--help'.");
        return Exit.Usage;
    }

    public static RootCommand Root()
    {
        var root = Verbs();
        var help = root.Options.OfType<HelpOption>().Single();
        // A word that begins with a slash is a path, which a shell is to complete.
        foreach (var alias in help.Aliases.Where(alias => alias.StartsWith('/')).ToList())
            help.Aliases.Remove(alias);
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
        RefuseUnknownOptions(root);
        TakeCommonOptions(root);
        return root;
    }

    /// <summary>What is wrong with the words, without what only follows from it: after a misspelt verb or option no other word is what it was meant to be.</summary>
    private static List<string> Mistakes(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            var (path, verbs) = ($"pipeline {Path(parsed)}".TrimEnd(), string.Join(", ", command.Subcommands.Select(verb => verb.Name)));
            return [parsed.UnmatchedTokens is not [var word, ..] ? $"'{path}' wants a verb: {verbs}"
                : IsTaken(command, word) ? $"'{Name(word)}' stands before a verb; write it after one: {verbs}"
                : $"'{word}' is no verb of '{path}'; there are {verbs}"];
        }

        var messages = parsed.Errors.Select(error => error.Message).ToList();
        var misspelt = messages.Where(message => message.Contains(NoOption, StringComparison.Ordinal))
            .Concat(parsed.UnmatchedTokens.Where(LooksLikeOption).Select(word => IsTaken(command, word)
                ? $"'{Name(word)}' stands before '{command.Name}'; write it after"
                : $"'{word}' {NoOption} '{command.Name}'")).ToList();
        return misspelt.Count > 0 ? misspelt : messages;
    }

    /// <summary>Whether a word is an option of the verb, or of one below it: what is left over all the same stands in the wrong place.</summary>
    private static bool IsTaken(Command command, string word) =>
        command.Options.Any(option => option.Name == Name(word) || option.Aliases.Contains(Name(word))) || command.Subcommands.Any(verb => IsTaken(verb, word));

    /// <summary>Without the value that stands in the same word.</summary>
    private static string Name(string word) => word.Split('=', ':')[0];

    /// <summary>Scripts put one set of options on every verb: where one of them has nothing to say, it is taken and changes nothing.</summary>
    private static void TakeCommonOptions(Command command)
    {
        foreach (var verb in command.Subcommands.Where(verb => verb.Name != "demo"))
            TakeCommonOptions(verb);
        if (command.Subcommands.Count > 0 || command is not ExampledCommand)
            return;
        foreach (var option in new CommonOptions().All.Where(option => command.Options.All(own => own.Name != option.Name)))
        {
            option.Hidden = true;
            command.Options.Add(option);
        }
    }

    /// <summary>An argument takes whatever word is left over: a misspelt option would be looked for as a file or a source.</summary>
    private static void RefuseUnknownOptions(Command command)
    {
        foreach (var argument in command.Arguments)
            argument.Validators.Add(result =>
            {
                foreach (var token in result.Tokens.Where(token => LooksLikeOption(token.Value)))
                    result.AddError($"'{token.Value}' {NoOption} '{command.Name}'; a file of that name is written ./{token.Value}");
            });
        foreach (var verb in command.Subcommands)
            RefuseUnknownOptions(verb);
    }

    private static bool LooksLikeOption(string word) => word.TrimStart('-') is { Length: > 0 } name && name.Length < word.Length && char.IsAsciiLetter(name[0]);

    private static RootCommand Verbs() => new(
        """
        Turns a list of feeds into a weekly digest in which every claim carries evidence that a machine has checked.

        Examples:
          pipeline demo                    the sample week, without network; writes digests/
          pipeline run                     collect, and publish the week that has just closed (for cron)
          pipeline run 2026-W06            the same for a given week
          pipeline rebuild last --diff     what building last week again would change
          pipeline rebuild last --adopt    make edits of what was changed by hand in the pages
          pipeline check 2026-W06          every claim, link and anchor of a published week
          pipeline explain last t1-case-1  what a claim rests on, and what the gate compared
          pipeline serve                   stay, and do all this on schedule

        WEEK is 2026-W06, 'this' or 'last'; left out, it is the latest week whose window has closed.
        Exit code: 0 done, 1 failed (or a red check, or a refused overwrite), 2 wrong usage or configuration, 130 interrupted.
        """)
    {
        DemoCommand.Create(),
        RunCommand.Create(),
        CollectCommand.Create(),
        RebuildCommand.Create(),
        ServeCommand.Create(),
        CheckCommand.Create(),
        ExplainCommand.Create(),
        StatusCommand.Create(),
        SourcesCommand.Create(),
        ArchiveCommand.Create(),
        InspectCommand.Create(),
        GroundCommand.Create(),
        CompletionCommand.Create(),
    };

    private static string Path(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result?.Command is not (null or RootCommand); result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, result.Command.Name);
        return string.Concat(names.Select(name => name + " "));
    }
}
