using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Analysis;
using Pipeline.Model;

namespace Pipeline.Host.Commands;

/// <summary>A published claim beside what the gate, asked again, says of it.</summary>
internal sealed record ClaimExplanation(PublishedClaim Claim, IReadOnlyList<Comparison> Compared, Verdict Verdict)
{
    /// <summary>A claim that was computed cites no passage: its verdict is the one that it was published with.</summary>
    public static ClaimExplanation Of(PublishedClaim claim)
    {
        var passages = claim.Evidence.Select(piece => new CitedPassage(piece.Quotation, piece.Publisher)).ToList();
        return passages.Count == 0
            ? new(claim, [], new Verdict(claim.Accepted, []))
            : new(claim, GroundingGate.Compare(claim.Text, passages), GroundingGate.Examine(claim.Text, passages));
    }

    public string ToText(WeekLabel week)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{Claim.Id} of {week} ({Claim.Kind})");
        Line($"  {Claim.Text}");
        foreach (var (at, piece) in Claim.Evidence.Index())
        {
            Line($"passage {at + 1}: {piece.Item}, {piece.Publisher}, {piece.Published}, {piece.Title}");
            Line($"  {piece.Url}");
            Line($"  {piece.Passage} {piece.Start}-{piece.End}: {piece.Quotation}");
        }

        foreach (var figure in Claim.Figures)
            Line($"counted: {figure.Value} {figure.Measure} in {string.Join(", ", figure.Items)}");
        if (Claim.Items.Count > 0)
            Line($"named: {string.Join(", ", Claim.Items)}");
        foreach (var compared in Compared)
            Line($"{compared.What} {compared.Value}: {(compared.Passage is { } passage ? $"in passage {passage}" : "in no passage alone")}");
        Line($"{(Verdict.Accepted ? "accepted" : "refused: " + string.Join("; ", Verdict.Reasons))}{(Claim.Kind == "editor" ? " (the editor's own voice)" : "")}");
        return text.ToString().TrimEnd('\n');
    }

    public JsonObject ToJson(WeekLabel week) => new()
    {
        ["week"] = week.ToString(),
        ["id"] = Claim.Id,
        ["kind"] = Claim.Kind,
        ["text"] = Claim.Text,
        ["language"] = Claim.Language,
        ["evidence"] = Output.Array(Claim.Evidence, piece => new JsonObject
        {
            ["item"] = piece.Item,
            ["title"] = piece.Title,
            ["publisher"] = piece.Publisher,
            ["url"] = piece.Url,
            ["published"] = piece.Published,
            ["passage"] = piece.Passage,
            ["start"] = piece.Start,
            ["end"] = piece.End,
            ["quotation"] = piece.Quotation,
        }),
        ["figures"] = Output.Array(Claim.Figures, figure => new JsonObject { ["measure"] = figure.Measure, ["value"] = figure.Value, ["items"] = Output.Array(figure.Items, item => item) }),
        ["items"] = Output.Array(Claim.Items, item => item),
        ["compared"] = Output.Array(Compared, one => new JsonObject { ["what"] = one.What, ["value"] = one.Value, ["passage"] = one.Passage }),
        ["accepted"] = Verdict.Accepted,
        ["reasons"] = Output.Array(Verdict.Reasons, reason => reason),
    };
}
