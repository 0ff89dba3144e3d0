namespace Pipeline.Clipping;

/// <summary>Leaves out single lines that are about the page, not of the article.</summary>
internal static class LineFilter
{
    public static IReadOnlyList<Line> Filter(IReadOnlyList<Line> lines, string? title)
    {
        var kept = lines.Where(line => !IsAside(line)).ToList();
        var first = kept.FindIndex(line => line.IsProse);
        var last = kept.FindLastIndex(line => line.IsProse);
        if (first < 0)
            return [.. kept.Where(line => !Repeats(line, title))];
        return [.. kept.Where((line, i) =>
            (i >= first || IsOpening(line, title)) && (i <= last || IsClosing(line)) && !(i < first + 3 && Repeats(line, title)))];
    }

    private static bool IsAside(Line line) =>
        line.Words == 0
        || line.LinkShare > 0.8 && !line.IsProse && line.Tag is not ("td" or "tr") && (line.Words < 30)
        || Notices.Is(line);

    /// <summary>Before the first paragraph: headings and what reads like a sentence.</summary>
    private static bool IsOpening(Line line, string? title) =>
        !Repeats(line, title) && line.LinkShare < 0.3 && !DateFinder.IsDateLine(line.Text) && (line.Words > 5 && line.Ends || line.IsHeading && line.Tag != "h1");

    /// <summary>After the last paragraph: the end of a list, or a short last sentence.</summary>
    private static bool IsClosing(Line line) => line.LinkShare < 0.3 && line.Ends && !line.IsHeading && !DateFinder.IsDateLine(line.Text);

    private static bool Repeats(Line line, string? title) => title is not null && TitleText.Same(line.Text, title);
}
