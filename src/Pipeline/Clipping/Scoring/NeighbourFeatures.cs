namespace Pipeline.Clipping.Scoring;

/// <summary>What the lines before and after say of a line.</summary>
internal static class NeighbourFeatures
{
    private static readonly (int By, string Name)[] Offsets = [(-3, "b3"), (-2, "b2"), (-1, "b1"), (1, "a1"), (2, "a2"), (3, "a3")];
    private const int Window = 8;
    private const int FarAway = 60;

    public static void Add(FeatureRow row, PageEvidence page, Line line)
    {
        var lines = page.Outline.Lines;
        foreach (var (by, name) in Offsets)
            AddOne(row, name, line.Index + by is var at && at >= 0 && at < lines.Count ? lines[at] : null, line, page);
        AddWindow(row, "before", lines, line.Index, -1);
        AddWindow(row, "after", lines, line.Index, 1);
        AddHeading(row, page, line);
        row.Add("same-block-before", line.Index > 0 && lines[line.Index - 1].Block == line.Block);
        row.Add("same-block-after", line.Index + 1 < lines.Count && lines[line.Index + 1].Block == line.Block);
    }

    private static void AddOne(FeatureRow row, string name, Line? other, Line line, PageEvidence page)
    {
        row.Add(name + "-words", other?.Words ?? -1);
        row.Add(name + "-link-share", other?.LinkShare ?? -1);
        row.Add(name + "-prose", other is null ? -1 : other.IsProse ? 1 : 0);
        row.Add(name + "-tag", other is null ? -1 : TextFeatures.TagNumber(other.Tag));
        row.Add(name + "-keep", other is not null && page.Rules.Kept[other.Index]);
        row.Add(name + "-parent", other is not null && page.Outline.Parts[other.Block].Parent == page.Outline.Parts[line.Block].Parent);
    }

    private static void AddWindow(FeatureRow row, string name, IReadOnlyList<Line> lines, int index, int step)
    {
        int prose = 0, words = 0, linked = 0, nearest = FarAway;
        for (var i = 1; i <= FarAway; i++)
        {
            var at = index + i * step;
            if (at < 0 || at >= lines.Count || i > Window && nearest < FarAway)
                break;
            if (lines[at].IsProse && nearest == FarAway)
                nearest = i;
            if (i > Window)
                continue;
            prose += lines[at].IsProse ? lines[at].Words : 0;
            words += lines[at].Words;
            linked += lines[at].Linked;
        }

        row.Add(name + "-prose", prose);
        row.Add(name + "-words", words);
        row.Add(name + "-link-share", words == 0 ? -1 : (double)linked / words);
        row.Add(name + "-nearest-prose", nearest);
    }

    /// <summary>The heading under which a line stands: how far off, and whether it names something beside the article.</summary>
    private static void AddHeading(FeatureRow row, PageEvidence page, Line line)
    {
        var lines = page.Outline.Lines;
        var at = line.Index - 1;
        while (at >= 0 && line.Index - at < FarAway && !lines[at].IsHeading)
            at--;
        var heading = at >= 0 && lines[at].IsHeading ? lines[at] : null;
        row.Add("heading-off", heading is null ? FarAway : line.Index - at);
        row.Add("heading-tag", heading is null ? -1 : TextFeatures.TagNumber(heading.Tag));
        row.Add("heading-notice", heading is not null && page.Notice[heading.Index]);
        row.Add("heading-beside", heading is not null && (heading.Text.AsSpan().ContainsAny(Phrases.Beside)));
        row.Add("heading-words", heading?.Words ?? -1);
        row.Add("heading-in-body", heading is not null && at >= page.Rules.First && at <= page.Rules.Last);
    }
}
