using System.CommandLine;
using System.Text;
using Pipeline.Sources;

namespace Pipeline.Host.Commands.Sources;

internal static class SourcesExport
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var file = new Argument<string?>("FILE") { Description = "where it is written (default: standard output)", Arity = ArgumentArity.ZeroOrOne };
        var command = new ExampledCommand("export", "Write the list as OPML 2.0, for feed readers.",
            """
            pipeline sources export > feeds.opml
            pipeline sources export feeds.opml --sources other/sources.yaml
            """)
        { file, common.Sources };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(parsed.GetValue(file), parsed.GetValue(common.Sources)!))));
        return command;
    }

    /// <summary>No secret is in it, so none has to be set.</summary>
    private static int Run(string? file, string path)
    {
        var settings = SettingsFile.Load(path);
        var opml = Opml.Write(settings.Site.Title, settings.Sources);
        if (file is null or "-")
            Console.Write(opml);
        else
            WholeFile.Replace(NamedFile.ToWrite(file), Encoding.UTF8.GetBytes(opml));
        return Exit.Done;
    }
}
