using System.CommandLine;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.Commands.Sources;

internal static class SourcesImport
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var file = new Argument<string>("FILE.opml") { Description = "OPML 1.0 or 2.0 as feed readers export it; '-' reads standard input" };
        var command = new ExampledCommand("import", "Add the feeds of an OPML file to the list; those that are there already are skipped. Nothing is fetched.",
            """
            pipeline sources import feeds.opml
            curl -s https://reader.example/export.opml | pipeline sources import -
            """)
        { file, common.Sources };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(parsed.GetValue(file)!, parsed.GetValue(common.Sources)!))));
        return command;
    }

    private static int Run(string opml, string path)
    {
        var sources = SourcesFile.Open(path);
        var import = OpmlImport.Of(sources.List, Read(opml == "-" ? opml : NamedFile.ToRead(opml)));
        foreach (var skipped in import.Skipped)
            Console.Error.WriteLine($"skipped: {skipped}");
        if (import.New.Count > 0)
        {
            var edit = sources.Add(import.New);
            Console.WriteLine($"added to {path}, line {edit.Line}:");
            Console.Write(edit.Added);
        }

        Console.WriteLine($"{import.New.Count} added, {import.Skipped.Count} skipped");
        return Exit.Done;
    }

    private static IReadOnlyList<OpmlFeed> Read(string opml)
    {
        try
        {
            using var input = opml == "-" ? Console.OpenStandardInput() : File.OpenRead(opml);
            // One more than is taken, so that Opml sees that it is too many.
            var bytes = new byte[Opml.Largest + 1];
            return Opml.Read(bytes[..input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)]);
        }
        catch (TroubleException trouble)
        {
            throw new TroubleException($"{(opml == "-" ? "standard input" : opml)}: {trouble.Message}; nothing was added", trouble);
        }
    }
}
