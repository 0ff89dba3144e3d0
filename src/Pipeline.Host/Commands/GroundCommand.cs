using System.CommandLine;
using System.Text.Json.Nodes;
using Pipeline.Analysis;
using Pipeline.Host.Commands.Inspect;

namespace Pipeline.Host.Commands;

/// <summary>The grounding gate on its own: claims with their evidence in, verdicts out, nothing repaired.</summary>
internal static class GroundCommand
{
    private const string Examples =
        """
        pipeline ground claims.jsonl
            {"id": 1, "claim": "Lumevale cut its prices by 30%.", "evidence": [{"id": "a", "text": "Lumevale cut its prices by 20%."}]}
            gives {"id":1,"accepted":false,"reasons":["the number 30% is in no cited passage"]}
        """;

    public static Command Create()
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "rows {id, claim, kind?, language?, evidence: [{id, text}]}" };
        var command = new ExampledCommand("ground", "Ask the grounding gate whether claims say no more than their evidence: {id, accepted, reasons}, a row for each.", Examples) { file };
        command.SetAction((parsed, cancellation) => Exit.Guard(() => Task.FromResult(Run(parsed.GetValue(file)!, cancellation))));
        return command;
    }

    private static int Run(string file, CancellationToken cancellation)
    {
        JsonLines.Write([.. InputList.Rows(file)], Row, cancellation);
        return Exit.Done;
    }

    public static JsonObject Row(JsonObject row)
    {
        var verdict = InputList.Text(row, "claim") is { } claim && !string.IsNullOrWhiteSpace(claim)
            ? GroundingGate.Examine(claim, Passages(row))
            : new(false, ["the row has no text under 'claim'"]);
        return new JsonObject
        {
            ["id"] = row["id"]?.DeepClone(),
            ["accepted"] = verdict.Accepted,
            ["reasons"] = Output.Array(verdict.Reasons, reason => reason),
        };
    }

    private static List<string> Passages(JsonObject row) => row["evidence"] is not JsonArray evidence
        ? []
        : [.. evidence.Select(piece => piece is JsonObject passage ? InputList.Text(passage, "text") : null).OfType<string>()];
}
