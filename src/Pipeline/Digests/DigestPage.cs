using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>The digest as a page.</summary>
internal static class DigestPage
{
    /// <summary>The claim that is the editor's note: it stands above the introduction.</summary>
    public const string NoteId = "note";

    public static string Write(Digest digest, DigestData data, SitePaths paths, Templates templates) =>
        Front(data, paths.Site) + "\n" + templates.Digest.Render(View(digest, data, paths));

    private static FrontMatter Front(DigestData data, Site site) => new FrontMatter(site)
        .Text("title", data.Title)
        .Text("description", data.Description)
        .Date(data.Week.Date)
        .Scheduled(data.Week.Date)
        .Tags(site.Tags)
        .Layout()
        .Switches(data.Week.Label, []);

    private static DigestView View(Digest digest, DigestData data, SitePaths paths)
    {
        var claims = new ClaimWriter(data, paths);
        return new DigestView(
            paths.Profile.Heading,
            paths.Profile.AnchorHeadings,
            MarkdownEscaper.Escape(FrontMatter.Harmless(data.Title)),
            [.. (data.Corrections ?? []).GroupBy(correction => correction.Date, StringComparer.Ordinal).Select(day => Correction(day, data, paths))],
            data.Introduction.Contains(NoteId) ? claims.Write(NoteId) : null,
            claims.Paragraph(data.Introduction.Where(id => id != NoteId)),
            Themes(digest, data, claims),
            [.. data.Advice.Select(advice => new AdviceView(MarkdownEscaper.Escape(advice.Role), claims.Paragraph(advice.Claims) ?? ""))],
            [.. data.Outlook.Select(outlook => Outlook(outlook, claims))],
            claims.Paragraph(data.Closing),
            claims.Mark(data.Headline),
            claims.Links(data.Headline) is { Length: > 0 } links ? links : null,
            MarkdownEscaper.Escape($"{paths.Site.RawNewsTitle} — {paths.Week}"),
            paths.NewsFromDigest,
            ReadingTime.Minutes(data.Claims.Select(claim => claim.Text)),
            data.Coverage.Items,
            data.Coverage.Publishers);
    }

    private static CorrectionView Correction(IGrouping<string, DataCorrection> day, DigestData data, SitePaths paths)
    {
        return new CorrectionView(day.Key, Links("changed"), Links("withdrawn"));

        string? Links(string kind) => string.Join(
            Wording.Of(data.Language).Comma,
            day.Where(correction => correction.Kind == kind)
                .Select(correction => data.Items.Single(item => item.Id == correction.Item))
                .Select(item => $"[{MarkdownEscaper.Escape(item.Publisher)}]({paths.NewsFromDigest}#{item.Id})")) is { Length: > 0 } links ? links : null;
    }

    /// <summary>A theme of which nothing is said has no heading.</summary>
    private static ThemeView[] Themes(Digest digest, DigestData data, ClaimWriter claims)
    {
        var wording = Wording.Of(data.Language);
        var told = digest.Briefs.Where(brief => brief.Chain.Count + brief.Impact.Count > 0);
        return
        [
            .. told.Select((brief, index) => new ThemeView(
                brief.Theme.Id,
                wording.Number(index + 1),
                MarkdownEscaper.Escape(brief.Theme.Name),
                claims.Paragraph(brief.Chain.Select(claim => claim.Id)),
                [.. brief.Impact.Select(claim => claims.Write(claim.Id))],
                brief.Theme.Since is { } since ? LabelText.Of(since) : null,
                brief.Theme.Continuity == Continuity.Returning)),
        ];
    }

    private static OutlookView Outlook(DataOutlook outlook, ClaimWriter claims) => new(
        MarkdownEscaper.Escape(outlook.Title),
        outlook.Trend is { } trend ? claims.Write(trend) : null,
        claims.Write(outlook.Signal),
        outlook.Due is { } due ? Wording.Of(claims.Language).Due(due) : null);
}
