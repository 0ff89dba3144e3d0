using System.Text.Json.Nodes;
using Pipeline.Clipping;

namespace Pipeline.Host.Commands.Inspect;

/// <summary>Why a page was clipped as it was, as JSON.</summary>
internal static class ClipExplanationRow
{
    public static JsonObject Of(ClipExplanation explanation) => new()
    {
        ["body"] = explanation.Winner,
        ["confidence"] = explanation.Clip.Confidence,
        ["candidates"] = new JsonArray([.. explanation.Candidates.Select(candidate => new JsonObject { ["evidence"] = candidate.Evidence, ["words"] = candidate.Words })]),
        ["titleFrom"] = explanation.TitleFrom,
        ["bylineFrom"] = explanation.BylineFrom,
        ["publishedFrom"] = explanation.PublishedFrom,
        ["canonical"] = explanation.Clip.CanonicalUrl,
        ["image"] = explanation.Clip.Image,
        ["lines"] = new JsonArray([.. explanation.Lines.Select(Line)]),
    };

    private static JsonObject Line(LineDecision line) => new()
    {
        ["kept"] = line.Kept,
        ["score"] = line.Score,
        ["tag"] = line.Tag,
        ["within"] = Words(line.Within),
        ["notes"] = Words(line.Notes),
        ["text"] = line.Text,
    };

    private static JsonArray Words(IReadOnlyList<string> words) => new([.. words.Select(word => (JsonNode)word)]);
}
