using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Digests;

/// <summary>A digest, its anchors and its site as data.</summary>
internal sealed class DigestDataBuilder
{
    private readonly Digest digest;
    private readonly Site site;
    private readonly Wording wording;
    private readonly IReadOnlyList<Article> articles;
    private readonly Dictionary<string, string> itemIds;
    private readonly ILookup<string, Evidence> evidence;
    private readonly Dictionary<string, Story> storyOf = [];
    private readonly ILookup<string, string> themesOf;
    private readonly Dictionary<string, string> publisherOf;

    /// <exception cref="ArgumentException">An article has no anchor, or a theme no id.</exception>
    public DigestDataBuilder(Digest digest, Anchors anchors, Site site)
    {
        this.digest = digest;
        this.site = site;
        wording = Wording.Of(digest.News.Language);
        articles = [.. digest.News.Articles.DistinctBy(article => article.Url).OrderBy(article => Number(AnchorOf(article, anchors)))];
        itemIds = articles.ToDictionary(article => article.Id, article => AnchorOf(article, anchors), StringComparer.Ordinal);
        publisherOf = articles.ToDictionary(article => itemIds[article.Id], article => article.Publisher, StringComparer.Ordinal);
        evidence = digest.Claims.SelectMany(claim => claim.Evidence).ToLookup(piece => piece.Article, StringComparer.Ordinal);
        foreach (var story in Grouping.Stories)
            foreach (var article in story.Articles)
                storyOf.TryAdd(article.Id, story);
        themesOf = Grouping.Themes
            .SelectMany(theme => theme.Articles.Select(article => (article.Id, Theme: ThemeId(theme))))
            .Distinct().ToLookup(pair => pair.Id, pair => pair.Theme, StringComparer.Ordinal);
    }

    private Grouping Grouping => digest.News.Grouping;

    public DigestData Build()
    {
        var claims = digest.Claims.Select(Claim).ToArray();
        return new DigestData
        {
            Generator = Generator(),
            Week = Week(),
            Language = digest.News.Language,
            Title = wording.Title(site.Title, LabelText.Of(digest.News.Week.Label), Sentence.WithoutStop(digest.Headline.Text)),
            Description = Description(),
            Coverage = Coverage(),
            Sources = Sources(),
            Items = [.. articles.Select(Item)],
            Stories = [.. Grouping.Stories.Select(story => new DataStory(story.Id, ItemsOf(story.Articles.Select(article => article.Id))) { Since = story.Since?.ToString() })],
            Themes = [.. Grouping.Themes.Select(Theme)],
            Quiet = Grouping.Quiet.Count == 0 ? null : Grouping.Quiet,
            Corrections = Corrections() is { Length: > 0 } corrections ? corrections : null,
            Claims = claims,
            Headline = digest.Headline.Id,
            Introduction = Ids(digest.Introduction),
            Advice = [.. digest.Advice.Where(advice => advice.Claims.Count > 0).Select(advice => new DataAdvice(advice.Role, Ids(advice.Claims)))],
            Outlook = [.. digest.Outlook.Select(Outlook)],
            Closing = Ids(digest.Closing),
            Checks = new DataChecks(claims.Length, claims.Count(claim => claim.Verdict.Accepted), claims.Sum(claim => claim.Evidence.Count), claims.Sum(claim => claim.Figures.Count)),
        };
    }

    private DataGenerator Generator() => new(DigestSchema.Format, digest.Analyst)
    {
        Model = digest.Work is { Models.Count: > 0 } answered ? string.Join(", ", answered.Models) : null,
        Prompt = digest.Work?.Prompt,
        StandIns = digest.Work is { StandIns.Count: > 0 } work ? [.. work.StandIns.Select(part => new DataStandIn(part.Part, part.Why))] : null,
    };

    private DataCorrection[] Corrections() =>
    [
        .. digest.News.Corrections
            .Select(correction => new DataCorrection(ItemOf(correction.Article.Id), Lower(correction.Kind), Day(TimeZoneInfo.ConvertTime(correction.Seen, digest.News.Week.Zone).DateTime)))
            .OrderBy(correction => correction.Date, StringComparer.Ordinal).ThenBy(correction => Number(correction.Item)),
    ];

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DataWeek Week()
    {
        var week = digest.News.Week;
        return new DataWeek(week.Label.ToString(), Instant(week.Window.Start), Instant(week.Window.End), week.Zone.Id, week.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>The first sentence a reader would want: of the introduction, where it is in the digest's language, else the headline.</summary>
    private string Description()
    {
        var first = digest.Introduction.FirstOrDefault(claim => claim.Id != DigestPage.NoteId && Wording.Primary(claim.Language) == wording.Language) ?? digest.Headline;
        return PlainText.Fold(first.Text) is { Length: > 0 } text ? text : site.Title;
    }

    private DataCoverage Coverage() => new(
        articles.Count,
        articles.Select(article => article.Publisher).Distinct(StringComparer.Ordinal).Count(),
        Grouping.Stories.Count(),
        [.. articles.Select(article => article.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        digest.News.Coverage.Read,
        digest.News.Coverage.Failed);

    private DataSource[] Sources()
    {
        var counts = articles.CountBy(article => article.Source, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var coverage = digest.News.Coverage;
        var known = coverage.Read.Select(name => (Name: name, Status: "read")).Concat(coverage.Failed.Select(name => (Name: name, Status: "failed")));
        var absent = counts.Keys.Order(StringComparer.Ordinal).Select(name => (Name: name, Status: "absent"));
        return [.. known.Concat(absent).DistinctBy(source => source.Name).Select(source => new DataSource(source.Name, source.Status, counts.GetValueOrDefault(source.Name)))];
    }

    private DataItem Item(Article article)
    {
        var story = storyOf.GetValueOrDefault(article.Id);
        var others = story?.Articles.Where(other => other.Publisher != article.Publisher) ?? [];
        return new DataItem(
            itemIds[article.Id], article.Url, article.Title, article.Source, article.Publisher, Instant(article.Published), article.Language,
            Excerpt.Of(article, evidence[article.Id]), story?.Id, ItemsOf(others.Select(other => other.Id)), [.. themesOf[article.Id]])
        {
            Undated = article.DatedBy == DatedBy.FirstSeen ? true : null,
            Link = Link(article),
            RedirectedFrom = article.RedirectedFrom,
        };
    }

    /// <summary>What weighs most: an editor's word, then that nothing is there.</summary>
    private string? Link(Article article)
    {
        if (digest.News.DeniedLinks.Covers(article.Url))
            return "denied";
        if (article.PageGone is not null)
            return "gone";
        return article.RedirectedFrom is null ? null : "redirected";
    }

    private DataTheme Theme(Theme theme)
    {
        var claims = digest.Briefs.Where(brief => brief.Theme.Id == theme.Id).SelectMany(brief => brief.Chain.Concat(brief.Impact));
        return new DataTheme(ThemeId(theme), theme.Name, theme.Guide, Lower(theme.Continuity), [.. theme.Stories.Select(story => story.Id)], Ids(claims)) { Since = theme.Since?.ToString() };
    }

    private DataClaim Claim(Claim claim)
    {
        var data = Unjudged(claim);
        return data with { Verdict = data.Verdict with { Items = data.Counted } };
    }

    private DataClaim Unjudged(Claim claim) => new(
        claim.Id, claim.Text, Lower(claim.Kind), claim.Language,
        [.. claim.Evidence.Select(piece => new DataEvidence(ItemOf(piece.Article), Lower(piece.Passage), piece.Start, piece.End, piece.Quotation))],
        [.. claim.Figures.Select(figure => new DataFigure(Lower(figure.Measure), figure.Value, VoicesOf(figure.Articles)))],
        VoicesOf(claim.Articles),
        new DataVerdict(claim.Verdict.Accepted, claim.Verdict.Reasons, claim.Evidence.Count, claim.Figures.Count, 0));

    /// <summary>The theme may be named by its id or by its name.</summary>
    private DataOutlook Outlook(Outlook outlook)
    {
        var theme = Grouping.Themes.FirstOrDefault(theme => theme.Id == outlook.Theme || theme.Name == outlook.Theme);
        return new DataOutlook(theme?.Id, theme?.Name ?? outlook.Theme, outlook.Trend?.Id, outlook.Signal.Id) { Due = outlook.Due?.ToString() };
    }

    private string[] ItemsOf(IEnumerable<string> ids) => [.. ids.Select(ItemOf).Distinct(StringComparer.Ordinal).OrderBy(Number)];

    /// <summary>Each publisher once, then each once more: a page links to the first few, and four links to one house say little.</summary>
    private string[] VoicesOf(IEnumerable<string> ids)
    {
        var items = ItemsOf(ids);
        var places = items.GroupBy(item => publisherOf[item], StringComparer.Ordinal).SelectMany(publisher => publisher.Index()).ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        return [.. items.OrderBy(item => places[item])];
    }

    private string ItemOf(string article) => itemIds.GetValueOrDefault(article)
        ?? throw new ArgumentException($"The digest speaks of the article {article}, which is none of the week's.");

    private static string[] Ids(IEnumerable<Claim> claims) => [.. claims.Select(claim => claim.Id)];

    private static string ThemeId(Theme theme) => theme.Id.Length > 0 ? theme.Id : throw new ArgumentException($"The theme '{theme.Name}' has no id.");

    private static string AnchorOf(Article article, Anchors anchors) => anchors.Items.GetValueOrDefault(article.Url)
        ?? throw new ArgumentException($"{article.Url} has no anchor.", nameof(anchors));

    private static int Number(string id) => int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
