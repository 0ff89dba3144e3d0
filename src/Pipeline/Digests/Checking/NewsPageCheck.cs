namespace Pipeline.Digests.Checking;

/// <summary>Whether the raw-news page shows every item with its anchor, link, excerpt and relations, and nothing besides.</summary>
internal sealed class NewsPageCheck(PublishedWeek week)
{
    private readonly DigestData data = week.Data;
    private readonly Page page = week.News;
    private readonly PageBlock[][] entries = [.. week.News.Blocks.Where(block => block.Entry >= 0).GroupBy(block => block.Entry).Select(group => group.ToArray())];
    private readonly List<Finding> findings = [];

    public static IReadOnlyList<Finding> Run(PublishedWeek week)
    {
        var check = new NewsPageCheck(week);
        check.Frame();
        var shown = week.Data.Items.Select(check.Item).ToArray();
        foreach (var entry in check.entries.Except(shown))
            check.Add(entry![0].Line, "an item that the data file does not know");
        return check.findings;
    }

    private void Frame()
    {
        var heading = week.Profile.Heading;
        if (heading && (page.Blocks is not [{ Level: 1 } title, ..] || !title.Text.EndsWith(data.Week.Label, StringComparison.Ordinal)))
            Add(page.FirstLine, $"the page's first heading must be its title, which ends in {data.Week.Label}");
        if (!page.HasAnchor(Citations.CoverageAnchor))
            Add(page.Blocks.FirstOrDefault(block => block.Level == 0)?.Line ?? page.FirstLine, $"the anchor '{Citations.CoverageAnchor}' of the coverage line is missing");
        foreach (var anchor in page.Anchors.Where(anchor => anchor.Id != Citations.CoverageAnchor && data.Items.All(item => item.Id != anchor.Id)))
            Add(anchor.Line, $"the anchor '{anchor.Id}' is of no item");
        foreach (var block in page.Blocks.Where((block, index) => block.Strong.Count > 0 || (block.Level > 0 && !(heading && index == 0) && !IsAnchor(block))))
            Add(block.Line, "nothing on this page is bold, and nothing a heading but its title and, where the generator needs them, anchors");
        foreach (var link in page.Blocks.Where(block => block.Entry < 0).SelectMany(block => block.Links))
            Add(link.Line, $"the link [{link.Label}]({link.Url}) belongs to no item");
    }

    /// <summary>A heading that gives an item, or the coverage line, its id.</summary>
    private bool IsAnchor(PageBlock block) => week.Profile.AnchorHeadings && block.Id is { } id && page.HasAnchor(id);

    /// <summary>The entry that shows the item; null where there is none.</summary>
    private PageBlock[]? Item(DataItem item)
    {
        if (EntryOf(item) is not { } entry)
        {
            Add(page.LastLine, $"the item {item.Id}, '{item.Title}', does not stand on the page");
            return null;
        }

        var line = entry[0].Line;
        if (entry[0].Anchors.All(anchor => anchor.Id != item.Id))
            Add(line, $"the anchor '{item.Id}' of '{item.Title}' is missing");
        if (week.Profile.AnchorHeadings && entry[0].Id != item.Id)
            Add(line, $"the item '{item.Title}' must be a heading with the id '{item.Id}'");
        if (!entry[0].Text.Contains(PlainText.Fold(item.Label), StringComparison.Ordinal) || !entry[0].Text.Contains(PlainText.Fold(item.Publisher), StringComparison.Ordinal))
            Add(line, $"title or publisher of {item.Id} are not those of the data file");
        if (item.Excerpt is { } excerpt && !entry.Skip(1).Any(block => block.Text == PlainText.Fold(excerpt)))
            Add(line, $"the excerpt of {item.Id} does not stand here as in the data file");
        if (Wording.Of(data.Language).Mark(item) is { } mark && !entry[0].Text.Contains(PlainText.Fold(mark), StringComparison.Ordinal))
            Add(line, $"the link of {item.Id} lacks its mark '{PlainText.Fold(mark)}'");
        Links(item, entry, line);
        return entry;
    }

    /// <summary>Each paragraph of an entry has its links: the title's, none in the excerpt, those to other publishers' items, those to themes.</summary>
    private void Links(DataItem item, PageBlock[] entry, int line)
    {
        var expected = Expected(item).ToArray();
        if (entry.Length != expected.Length)
            Add(line, $"the item {item.Id} has {entry.Length} paragraphs; the data file accounts for {expected.Length}");
        for (var index = 0; index < Math.Max(entry.Length, expected.Length); index++)
            Compare(item, index < expected.Length ? expected[index] : [], index < entry.Length ? entry[index] : null, line);
    }

    private void Compare(DataItem item, string[] expected, PageBlock? block, int line)
    {
        var there = block?.Links.Select(Target).ToArray() ?? [];
        foreach (var target in expected.Except(there))
            Add(block?.Line ?? line, $"the item {item.Id} lacks its link to {target}");
        foreach (var target in there.Except(expected))
            Add(block!.Line, $"the item {item.Id} has a link to {target}, of which the data file knows nothing");
    }

    private IEnumerable<string[]> Expected(DataItem item)
    {
        yield return item.Target is { } target ? [target] : [];
        if (item.Excerpt is not null)
            yield return [];
        if (item.Also.Count > 0)
            yield return [.. item.Also.DistinctBy(id => data.Items.FirstOrDefault(other => other.Id == id)?.Publisher).Select(id => $"{page.Path}#{id}")];
        var told = data.Themes.Where(theme => item.Themes.Contains(theme.Id) && theme.Claims.Count > 0).ToArray();
        if (told.Length > 0)
            yield return [.. told.Select(theme => $"{week.Entry.Digest}#{theme.Id}")];
    }

    private string Target(PageLink link) => PublishedWeek.Resolve(page.Path, link.Url) is { } target ? $"{target.File}#{target.Anchor}" : link.Url;

    /// <summary>By its anchor; without one by its link.</summary>
    private PageBlock[]? EntryOf(DataItem item) =>
        entries.FirstOrDefault(entry => entry[0].Anchors.Any(anchor => anchor.Id == item.Id))
        ?? entries.FirstOrDefault(entry => entry[0].Anchors.Count == 0 && item.Target is { } target && entry[0].Links.Any(link => link.Url == target))
        ?? entries.FirstOrDefault(entry => entry[0].Anchors.Count == 0 && entry[0].Text.StartsWith(PlainText.Fold(item.Label), StringComparison.Ordinal));

    private void Add(int line, string what) => findings.Add(page.Finding(line, what));
}
