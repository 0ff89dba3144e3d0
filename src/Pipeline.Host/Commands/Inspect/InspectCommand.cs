using System.CommandLine;

namespace Pipeline.Host.Commands.Inspect;

/// <summary>What one stage says of given input: JSON Lines, one object per input, in input order, the same code as the pipeline's.</summary>
internal static class InspectCommand
{
    public static Command Create() => new("inspect", "What one stage says of given input, as JSON Lines, for people and scripts.")
    {
        InspectFeed.Create(),
        InspectArticle.Create(),
        InspectStories.Create(),
    };
}
