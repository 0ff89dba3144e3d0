using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>Writes a claim as Markdown: its sentence, the links to its evidence, its full stop.</summary>
internal sealed class ClaimWriter(DigestData data, SitePaths paths)
{
    private readonly Wording wording = Wording.Of(data.Language);
    private readonly Citations citations = new(data);
    private readonly Dictionary<string, DataClaim> claims = data.Claims.ToDictionary(claim => claim.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, DataItem> items = data.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, string?> since = data.Stories.ToDictionary(story => story.Id, story => story.Since, StringComparer.Ordinal);

    public string Language => data.Language;

    /// <summary>Null where there is no claim.</summary>
    public string? Paragraph(IEnumerable<string> ids) =>
        string.Join(wording.Gap, ids.Select(Write)) is { Length: > 0 } paragraph ? paragraph : null;

    public string Write(string id)
    {
        var claim = claims[id];
        if (claim.Kind == Citations.Editor)
            return $"{MarkdownEscaper.Escape(Sentence.WithoutStop(claim.Text))}{(id == DigestPage.NoteId ? "" : wording.Open + wording.Editor + wording.Close)}{Sentence.Stop(claim.Text, wording.Stop)}";
        return IsForeign(claim)
            ? $"{Quoted(claim.Text)}{wording.Open}{wording.Original(Wording.Primary(claim.Language))}{wording.ForeignGap}{Links(claim)}{Age(claim)}{wording.Close}{wording.Stop}"
            : $"{MarkdownEscaper.Escape(Sentence.WithoutStop(claim.Text))}{wording.Open}{Links(claim)}{Age(claim)}{wording.Close}{Sentence.Stop(claim.Text, wording.Stop)}";
    }

    /// <summary>The links alone, for a claim that stands where no link can.</summary>
    public string Links(string id) => Links(claims[id]);

    /// <summary>How the claim's language is marked, null where it is the digest's.</summary>
    public string? Mark(string id) => IsForeign(claims[id]) ? wording.Original(Wording.Primary(claims[id].Language)) : null;

    /// <summary>A sentence that has quotation marks of its own is put between others.</summary>
    private string Quoted(string text)
    {
        var (open, close) = text.AsSpan().ContainsAny('“', '”') ? wording.OtherQuotes : ('“', '”');
        return $"{open}{MarkdownEscaper.Escape(text)}{close}";
    }

    private string Links(DataClaim claim)
    {
        var links = citations.Of(claim).Select(citation => $"[{MarkdownEscaper.Escape(citation.Label)}]({paths.NewsFromDigest}#{citation.Anchor})");
        return string.Join(wording.Comma, links) + (citations.IsCut(claim) ? wording.Others : "");
    }

    /// <summary>A case that an earlier week told already says since when, and one that nobody has dated says that: neither is sold as new.</summary>
    private string? Age(DataClaim claim)
    {
        if (claim.Kind != "case")
            return null;
        var cited = claim.Evidence.Select(piece => items.GetValueOrDefault(piece.Item)).OfType<DataItem>().ToList();
        var told = cited.Select(item => item.Story is { } story ? since.GetValueOrDefault(story) : null).OfType<string>().Min(StringComparer.Ordinal);
        if (told is not null)
            return wording.ForeignGap + wording.FirstTold(LabelText.Of(WeekLabel.Parse(told)));
        return cited.Count > 0 && cited.TrueForAll(item => item.Undated == true) ? wording.ForeignGap + wording.Undated : null;
    }

    private bool IsForeign(DataClaim claim) => Wording.Primary(claim.Language) != wording.Language;
}
