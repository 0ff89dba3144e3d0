namespace Pipeline.Digests;

/// <summary>A link from a claim to what it rests on: an anchor of the raw-news page, and what the link says.</summary>
internal sealed record Citation(string Anchor, string Label);

/// <summary>What a claim cites, told from the data alone, so that the writer and the check agree.</summary>
internal sealed class Citations(DigestData data)
{
    public const string CoverageAnchor = "coverage";

    /// <summary>The kind of a claim that is the editor's own voice: it cites nothing, and says so.</summary>
    public const string Editor = "editor";
    private const int Most = 4;

    private readonly Dictionary<string, DataItem> items = data.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
    private readonly Wording wording = Wording.Of(data.Language);

    /// <summary>
    /// The items of its evidence, all of them. A claim about the week itself has none: it cites what it names, else what its figures
    /// were counted from; up to four items, or the coverage line where they are most of the week. Items that the data lacks are left out.
    /// </summary>
    public IReadOnlyList<Citation> Of(DataClaim claim)
    {
        if (claim.Kind == Editor)
            return [];
        var cited = Cited(claim);
        if (claim.Evidence.Count > 0)
            return [.. cited.Select(Link)];
        return cited.Count == 0 || (cited.Count > Most && cited.Count * 2 > items.Count)
            ? [new Citation(CoverageAnchor, wording.Everything)]
            : [.. cited.Take(Most).Select(Link)];
    }

    /// <summary>Whether it cites only some of what it rests on.</summary>
    public bool IsCut(DataClaim claim) => claim.Kind != Editor && claim.Evidence.Count == 0 && Of(claim).Count == Most && Cited(claim).Count > Most;

    private List<DataItem> Cited(DataClaim claim)
    {
        var ids = claim.Evidence.Count > 0 ? claim.Evidence.Select(piece => piece.Item)
            : claim.Items.Count > 0 ? claim.Items
            : claim.Figures.SelectMany(figure => figure.Items);
        return [.. ids.Distinct(StringComparer.Ordinal).Select(id => items.GetValueOrDefault(id)).OfType<DataItem>()];
    }

    private static Citation Link(DataItem item) => new(item.Id, item.Publisher);
}
