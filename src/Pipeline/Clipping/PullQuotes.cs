namespace Pipeline.Clipping;

/// <summary>Lines that only repeat what a paragraph nearby says: pull quotes, and teasers of the page's own text.</summary>
internal static class PullQuotes
{
    /// <summary>Shorter ones are refrains, headings and names.</summary>
    private const int FewestWords = 6;

    private const int Reach = 6;

    /// <summary>The lines without them.</summary>
    public static IReadOnlyList<Line> LeftOut(IReadOnlyList<Line> lines)
    {
        var keys = lines.Select(line => line.Words >= FewestWords && line.Tag is not ("pre" or "tr") ? TitleText.Key(line.Text) : "").ToList();
        var repeats = Enumerable.Range(0, lines.Count).Where(at => !lines[at].IsHeading && Repeats(keys, at)).ToHashSet();
        return repeats.Count == 0 ? lines : [.. lines.Where((_, at) => !repeats.Contains(at))];
    }

    private static bool Repeats(List<string> keys, int at)
    {
        if (keys[at].Length == 0)
            return false;
        for (var other = Math.Max(0, at - Reach); other <= Math.Min(keys.Count - 1, at + Reach); other++)
            if (other != at && keys[other].Length > keys[at].Length && keys[other].Contains(keys[at], StringComparison.Ordinal))
                return true;
        return false;
    }
}
