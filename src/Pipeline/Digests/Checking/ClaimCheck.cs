using Pipeline.Model;

namespace Pipeline.Digests.Checking;

/// <summary>Whether every claim rests on something, every quotation stands where readers see it, every figure comes out again.</summary>
internal sealed class ClaimCheck(PublishedWeek week, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate)
{
    private readonly Dictionary<string, DataItem> items = week.Data.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);

    public static IEnumerable<Finding> Run(PublishedWeek week, Func<string, IReadOnlyList<CitedPassage>, Verdict> gate)
    {
        var check = new ClaimCheck(week, gate);
        return week.Data.Claims.SelectMany((claim, index) => check.Claim(claim, JsonPath.At("claims", index)));
    }

    private IEnumerable<Finding> Claim(DataClaim claim, string path) =>
        Whole(claim, path)
            .Concat(claim.Evidence.SelectMany((piece, index) => Quotation(piece, JsonPath.At($"{path}.evidence", index))))
            .Concat(claim.Figures.SelectMany((figure, index) => Recount(figure, JsonPath.At($"{path}.figures", index))))
            .Concat(Grounding(claim, path));

    private IEnumerable<Finding> Whole(DataClaim claim, string path)
    {
        if (claim.Kind != Citations.Editor && claim.Evidence.Count + claim.Figures.Count + claim.Items.Count == 0)
            yield return week.Places.Finding(path, $"the claim '{claim.Id}' rests on nothing: no evidence, no figure, no item");
        if (!claim.Verdict.Accepted)
            yield return week.Places.Finding($"{path}.verdict", $"the gate did not accept '{claim.Id}'");
        if (claim.Verdict.Passages != claim.Evidence.Count)
            yield return week.Places.Finding($"{path}.evidence", $"the gate saw {claim.Verdict.Passages} passages of '{claim.Id}', here are {claim.Evidence.Count}");
        if (claim.Verdict.Figures != claim.Figures.Count)
            yield return week.Places.Finding($"{path}.figures", $"the gate saw {claim.Verdict.Figures} figures of '{claim.Id}', here are {claim.Figures.Count}");
        if (claim.Verdict.Items != claim.Counted)
            yield return week.Places.Finding(path, $"the gate saw '{claim.Id}' computed from {claim.Verdict.Items} items, here are {claim.Counted}");
    }

    private IEnumerable<Finding> Quotation(DataEvidence piece, string path)
    {
        if (piece.End - piece.Start != piece.Quotation.Length)
            yield return week.Places.Finding(path, "start and end are not as far apart as the quotation is long");
        if (!items.TryGetValue(piece.Item, out var item))
            yield break;
        var whole = piece.Passage == "title" ? item.Title : item.Excerpt ?? "";
        if (!PlainText.Fold(whole).Contains(PlainText.Fold(piece.Quotation), StringComparison.Ordinal))
            yield return week.Places.Finding($"{path}.quotation", $"does not stand in the {(piece.Passage == "title" ? "title" : "excerpt")} of {item.Id}");
    }

    private IEnumerable<Finding> Recount(DataFigure figure, string path)
    {
        var counted = Count(figure.Measure, [.. figure.Items.Distinct(StringComparer.Ordinal).Select(id => items.GetValueOrDefault(id)).OfType<DataItem>()]);
        if (counted != figure.Value)
            yield return week.Places.Finding($"{path}.value", $"says {figure.Value} {figure.Measure}, but there are {counted}");
    }

    private static int Count(string measure, IReadOnlyList<DataItem> items) => measure switch
    {
        "items" => items.Count,
        "publishers" => Distinct(items.Select(item => item.Publisher)),
        "sources" => Distinct(items.Select(item => item.Source)),
        "stories" => Distinct(items.Select(item => item.Story).OfType<string>()),
        "themes" => Distinct(items.SelectMany(item => item.Themes)),
        "languages" => Distinct(items.Select(item => item.Language)),
        _ => throw new NotSupportedException($"The schema let the measure '{measure}' pass."),
    };

    private static int Distinct(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal).Count();

    private IEnumerable<Finding> Grounding(DataClaim claim, string path)
    {
        if (claim.Evidence.Count == 0 || claim.Kind == "computed")
            yield break;
        var verdict = gate(claim.Text, [.. claim.Evidence.Select(piece => new CitedPassage(piece.Quotation, items.GetValueOrDefault(piece.Item)?.Publisher ?? ""))]);
        if (!verdict.Accepted)
            yield return week.Places.Finding($"{path}.text", $"its evidence does not bear '{claim.Id}': {string.Join("; ", verdict.Reasons)}");
    }
}
