using System.CommandLine;

namespace Pipeline.Host.Commands.Inspect;

/// <summary>What one stage says of given input: JSON Lines, one object per input, in input order, the same code as the pipeline's.</summary>
internal static class InspectCommand
{
    public static Command Create() => new ExampledCommand("inspect", "What one stage says of given input, as JSON Lines, for people and scripts.",
        """
        pipeline inspect feed feed.xml
        pipeline inspect article page.html --url https://lab.example/page
        pipeline inspect stories week.jsonl
        """)
    {
        InspectFeed.Create(),
        InspectArticle.Create(),
        InspectStories.Create(),
    };
}
