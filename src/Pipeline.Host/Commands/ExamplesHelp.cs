using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Pipeline.Host.Commands;

/// <summary>A verb whose help ends with examples, which would only clutter the list of verbs.</summary>
internal sealed class ExampledCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>A line each.</summary>
    public string Examples { get; } = examples;
}

/// <summary>The usual help, and then the verb's examples.</summary>
internal sealed class ExamplesHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampledCommand { Examples: var examples })
            Console.WriteLine($"Examples:\n{string.Concat(examples.Split('\n').Select(line => $"  {line.TrimEnd('\r')}\n"))}");
        return code;
    }
}
