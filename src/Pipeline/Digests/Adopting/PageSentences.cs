using System.Text.RegularExpressions;
using Pipeline.Digests.Checking;

namespace Pipeline.Digests.Adopting;

/// <summary>A stretch of a page that no claim wrote.</summary>
/// <param name="Items">The items that are cited right after it.</param>
internal sealed record Stretch(PlacedBlock Place, int Start, string Text, IReadOnlyList<string> Items)
{
    /// <summary>A theme's impact judgements are a list, its evidence chain a paragraph.</summary>
    public bool InList => Place.Block.Entry >= 0;
}

/// <summary>Where a claim's text stands.</summary>
internal sealed record FoundClaim(PlacedBlock Place, int Start, int End);

/// <summary>Parts a page's text into claims and what stands between them.</summary>
internal sealed partial class PageSentences
{
    private const char Link = '\u0001';

    private readonly DigestData data;
    private readonly Wording wording;

    public PageSentences(PageParts parts, DigestData data)
    {
        (this.data, wording) = (data, Wording.Of(data.Language));
        var belongs = PageParts.ClaimParts(data);
        foreach (var claim in data.Claims.Where(claim => claim.Id != data.Headline))
            if (Find(parts, belongs[claim.Id], claim) is { } found)
                Claims.Add(claim.Id, found);
        Stretches = [.. parts.Blocks.Where(placed => placed.Block.Level == 0).SelectMany(Between)];
    }

    public Dictionary<string, FoundClaim> Claims { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<Stretch> Stretches { get; }

    private FoundClaim? Find(PageParts parts, PagePart part, DataClaim claim)
    {
        var text = Wording.Primary(claim.Language) == wording.Language ? Sentence.WithoutStop(claim.Text) : PlainText.Fold(claim.Text);
        foreach (var placed in parts.Blocks.Where(placed => placed.Block.Level == 0 && placed.Part == part))
            for (var at = placed.Block.Text.IndexOf(text, StringComparison.Ordinal); at >= 0 && text.Length > 0; at = placed.Block.Text.IndexOf(text, at + 1, StringComparison.Ordinal))
                if (!Claims.Values.Any(other => other.Place == placed && other.Start < at + text.Length && at < other.End) && IsWhole(placed.Block.Text, at, text.Length))
                    return new FoundClaim(placed, at, at + text.Length);
        return null;
    }

    /// <summary>A sentence that somebody wrote on ends in no mark: it is another sentence.</summary>
    private static bool IsWhole(string text, int start, int length)
    {
        var (before, after) = (start == 0 ? ' ' : text[start - 1], start + length == text.Length ? ' ' : text[start + length]);
        return !char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after);
    }

    private IEnumerable<Stretch> Between(PlacedBlock placed)
    {
        var text = Masked(placed.Block);
        var from = 0;
        foreach (var claim in Claims.Values.Where(claim => claim.Place == placed).OrderBy(claim => claim.Start).Append(new FoundClaim(placed, text.Length, text.Length)))
        {
            foreach (var stretch in Cited(placed, text, from, claim.Start))
                yield return stretch;
            from = claim.End;
        }
    }

    /// <summary>Each stretch with the citation that follows it.</summary>
    private IEnumerable<Stretch> Cited(PlacedBlock placed, string text, int from, int to)
    {
        while (true)
        {
            var citation = Citation().Match(text, from, to - from);
            var end = citation.Success ? citation.Index : to;
            if (Trimmed(text[from..end]) is { Length: > 0 } said)
                yield return new Stretch(placed, from, said, Items(placed.Block, citation));
            if (!citation.Success)
                yield break;
            from = citation.Index + citation.Length;
        }
    }

    private static string[] Items(PageBlock block, Match citation) => !citation.Success ? [] :
        [.. block.Links.Where(link => link.Start >= citation.Index && link.Start < citation.Index + citation.Length && link.Url.Contains('#', StringComparison.Ordinal)).Select(link => link.Url[(link.Url.IndexOf('#', StringComparison.Ordinal) + 1)..]).Distinct(StringComparer.Ordinal)];

    /// <summary>The text with each link's characters made one that no text has.</summary>
    private static string Masked(PageBlock block)
    {
        var text = block.Text.ToCharArray();
        foreach (var link in block.Links)
            Array.Fill(text, Link, link.Start, link.Label.Length);
        return new string(text);
    }

    /// <summary>Without the marks that belong to the sentence before, and without what marks a sentence as the editor's.</summary>
    private string Trimmed(string text)
    {
        text = text.Replace(wording.Open + wording.Editor + wording.Close, "", StringComparison.Ordinal).Replace(Link + wording.Others, "", StringComparison.Ordinal).Replace($"{Link}", "", StringComparison.Ordinal)
            .TrimStart(' ', '。', '.', '；', ';', '、', ',', '，', '”', '」', '’', '!', '?', '！', '？').TrimEnd(' ', '“', '「', '‘', '、');
        return text.Any(char.IsLetterOrDigit) ? text : "";
    }

    [GeneratedRegex("[（(][^（）()]*\u0001[^（）()]*[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
