using System.CommandLine;

namespace Pipeline.Host.Commands.Sources;

/// <summary>sources.yaml as people manage it: a verb each.</summary>
internal static class SourcesCommand
{
    public static Command Create() => new ExampledCommand("sources", "Add, import, export, check and list the feeds of sources.yaml.",
        """
        pipeline sources add https://lab.example/                  find the site's feed and add it
        pipeline sources import feeds.opml                         add what a feed reader exported
        pipeline sources check                                     ask every feed now, and say what is wrong with it
        """)
    {
        SourcesAdd.Create(),
        SourcesImport.Create(),
        SourcesExport.Create(),
        SourcesCheck.Create(),
        SourcesList.Create(),
    };
}
