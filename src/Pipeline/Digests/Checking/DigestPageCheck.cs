namespace Pipeline.Digests.Checking;

/// <summary>Whether every claim stands on the digest page and is followed by its links, and nothing else is linked, set bold or made a heading.</summary>
internal sealed class DigestPageCheck(PublishedWeek week)
{
    private readonly DigestData data = week.Data;
    private readonly Page page = week.Digest;
    private readonly Citations citations = new(week.Data);
    private readonly List<Finding> findings = [];

    public static IReadOnlyList<Finding> Run(PublishedWeek week)
    {
        var check = new DigestPageCheck(week);
        check.Claims();
        check.Reference();
        check.Themes();
        check.Headings();
        check.Strong();
        return check.findings;
    }

    private DataClaim? Headline => data.Claims.FirstOrDefault(claim => claim.Id == data.Headline);

    private void Claims()
    {
        var places = ClaimPlaces.Find(page, data);
        foreach (var claim in data.Claims.Where(claim => claim.Id != data.Headline && !places.ContainsKey(claim.Id)))
            findings.Add(page.Finding(NearLine(claim, places), $"the claim '{claim.Id}' does not stand on the page: {PlainText.Fold(claim.Text)}"));
        foreach (var (id, place) in places)
            Compare(id, citations.Of(data.Claims.First(claim => claim.Id == id)), place.Links, place.Block.Line);
        HeadlineLinks(places.Values.SelectMany(place => place.Links).Concat(CorrectionLinks()).ToHashSet(ReferenceEqualityComparer.Instance));
    }

    /// <summary>The links of the paragraphs that tell of corrections: one for each day, with the day and a link to each item.</summary>
    private List<PageLink> CorrectionLinks()
    {
        var links = new List<PageLink>();
        foreach (var day in (data.Corrections ?? []).GroupBy(correction => correction.Date, StringComparer.Ordinal))
        {
            var expected = day.Select(correction => data.Items.FirstOrDefault(item => item.Id == correction.Item)).OfType<DataItem>().Select(item => new Citation(item.Id, item.Publisher)).ToArray();
            var block = page.Blocks.TakeWhile(block => block.Level < 2).FirstOrDefault(block => block.Level == 0 && block.Text.Contains(day.Key, StringComparison.Ordinal) && block.Links.Any(link => expected.Any(citation => IsTo(link, citation))));
            foreach (var citation in expected.Where(citation => block?.Links.Any(link => IsTo(link, citation)) != true))
                findings.Add(page.Finding(block?.Line ?? page.FirstLine, $"the correction of {day.Key} lacks its link to {citation.Label} (#{citation.Anchor})"));
            links.AddRange(block?.Links.Where(link => expected.Any(citation => IsTo(link, citation))) ?? []);
        }

        return links;
    }

    /// <summary>Where a missing claim would be: after the one before it.</summary>
    private int NearLine(DataClaim claim, IReadOnlyDictionary<string, ClaimPlace> places) =>
        data.Claims.TakeWhile(other => other != claim).Select(other => places.GetValueOrDefault(other.Id)?.Block.Line).LastOrDefault(line => line is not null) ?? 1;

    /// <summary>A heading holds no links: those of the headline stand in a line of their own, and are all that is left.</summary>
    private void HeadlineLinks(HashSet<object?> claimed)
    {
        var left = page.Blocks.SelectMany(block => block.Links.Where(link => !claimed.Contains(link) && !IsReference(link)).Select(link => (block, link))).ToArray();
        var expected = Headline is { } headline ? citations.Of(headline) : [];
        // Where a claim's text is gone its links are left too: the headline's line is the last that has one of its links.
        var line = left.LastOrDefault(pair => expected.Any(citation => IsTo(pair.link, citation))).block;
        Compare(data.Headline, expected, [.. left.Where(pair => pair.block == line).Select(pair => pair.link)], line?.Line ?? page.LastLine);
        foreach (var (_, link) in left.Where(pair => pair.block != line))
            findings.Add(page.Finding(link.Line, $"the link [{link.Label}]({link.Url}) belongs to no claim"));
    }

    private void Compare(string claim, IReadOnlyList<Citation> expected, IReadOnlyList<PageLink> there, int line)
    {
        foreach (var citation in expected.Where(citation => !there.Any(link => IsTo(link, citation))))
            findings.Add(page.Finding(line, $"the claim '{claim}' lacks its link to {citation.Label} (#{citation.Anchor})"));
        foreach (var link in there.Where((link, index) => !expected.Any(citation => IsTo(link, citation)) || there.Take(index).Any(before => before.Url == link.Url)))
            findings.Add(page.Finding(line, $"the link [{link.Label}]({link.Url}) after the claim '{claim}' is not among its evidence"));
    }

    private bool IsTo(PageLink link, Citation citation) =>
        PublishedWeek.Resolve(page.Path, link.Url) == (week.Entry.News, citation.Anchor) && link.Label == PlainText.Fold(citation.Label);

    private bool IsReference(PageLink link) => PublishedWeek.Resolve(page.Path, link.Url) == (week.Entry.News, null);

    private void Reference()
    {
        var references = page.Blocks.SkipWhile((_, index) => page.Blocks.Skip(index).Any(block => block.Level > 0)).FirstOrDefault();
        int[] told = [data.Coverage.Items, data.Coverage.Publishers, ReadingTime.Minutes(data.Claims.Select(claim => claim.Text))];
        if (!page.Blocks.SkipWhile(block => block != references).Any(block => block.Links.Count == 0 && Says(block.Text, told)))
            findings.Add(page.Finding(references?.Line ?? page.LastLine, $"the references must say that {told[0]} items of {told[1]} publishers were read, and how many minutes the digest takes ({told[2]})"));
        if (page.Links.Count(IsReference) != 1)
            findings.Add(page.Finding(references?.Line ?? page.LastLine, $"the references must link to the raw-news page, {week.Entry.News}, once"));
    }

    private static bool Says(string text, IEnumerable<int> numbers) =>
        numbers.All(number => System.Text.RegularExpressions.Regex.IsMatch(text, FormattableString.Invariant($"(?<![0-9]){number}(?![0-9])"), System.Text.RegularExpressions.RegexOptions.CultureInvariant));

    private void Themes()
    {
        var told = data.Themes.Where(theme => theme.Claims.Count > 0).ToArray();
        foreach (var theme in told.Where(theme => !page.HasAnchor(theme.Id)))
            findings.Add(page.Finding(HeadingOf(theme)?.Line ?? 1, $"the anchor '{theme.Id}' of the theme '{theme.Title}' is missing"));
        foreach (var theme in told.Where(theme => HeadingOf(theme) is null))
            findings.Add(page.Finding(page.Anchors.FirstOrDefault(anchor => anchor.Id == theme.Id)?.Line ?? 1, $"the theme '{theme.Id}' has no heading '{theme.Title}'"));
        foreach (var theme in told.Where(theme => week.Profile.AnchorHeadings && HeadingOf(theme)?.Id != theme.Id))
            findings.Add(page.Finding(HeadingOf(theme)?.Line ?? 1, $"the heading of the theme '{theme.Title}' must have the id '{theme.Id}'"));
        foreach (var anchor in page.Anchors.Where(anchor => told.All(theme => theme.Id != anchor.Id)))
            findings.Add(page.Finding(anchor.Line, $"the anchor '{anchor.Id}' is of no theme"));
    }

    private PageBlock? HeadingOf(DataTheme theme) =>
        page.Blocks.FirstOrDefault(block => block.Level == 3 && block.Text.EndsWith(PlainText.Fold(theme.Title), StringComparison.Ordinal));

    private void Headings()
    {
        var headings = page.Blocks.Where(block => block.Level > 0).ToArray();
        var hasTitle = headings.FirstOrDefault() is { Level: 1 } title && title.Text == FrontMatter.Harmless(data.Title);
        if (week.Profile.Heading && !hasTitle)
            findings.Add(page.Finding(headings.FirstOrDefault()?.Line ?? 1, $"the page's first heading must be its title, '{data.Title}'"));
        // The references have one, and so has each other part that is not empty.
        var parts = new[] { data.Advice.Count, data.Outlook.Count, data.Closing.Count, 1 }.Count(count => count > 0);
        var expected = (week.Profile.Heading ? 1 : 0) + parts + data.Themes.Count(theme => theme.Claims.Count > 0);
        if (headings.Length != expected || headings.Skip(week.Profile.Heading ? 1 : 0).Any(heading => heading.Level != 3))
            findings.Add(page.Finding(headings.Skip(1).FirstOrDefault(heading => heading.Level != 3)?.Line ?? page.LastLine, $"there are {headings.Length} headings; the data accounts for {expected}"));
    }

    private void Strong()
    {
        var known = data.Advice.Select(advice => advice.Role).Concat(data.Outlook.Select(outlook => outlook.Title)).Select(PlainText.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var block in page.Blocks)
            foreach (var strong in block.Strong.Where(strong => !known.Contains(strong)))
                findings.Add(page.Finding(block.Line, $"'{strong}' is bold, but is no role and no outlook"));
    }
}
