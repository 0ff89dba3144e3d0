namespace Pipeline.Clipping.Scoring;

/// <summary>What the features of every line of a page are made from.</summary>
internal sealed class PageEvidence
{
    public required Page Page { get; init; }

    public required PartCount[] Counts { get; init; }

    public required FamilyShares Families { get; init; }

    public required Signatures Signatures { get; init; }

    public required RuleBody Rules { get; init; }

    /// <summary>Where the title stands; -1 where no line repeats it.</summary>
    public required int TitleLine { get; init; }

    public required string? TitleKey { get; init; }

    /// <summary>Letters and digits of the body that JSON-LD states; empty where there is none of any length.</summary>
    public required string StatedKey { get; init; }

    public required string DescriptionKey { get; init; }

    /// <summary>How many lines of the page are of the same text.</summary>
    public required Dictionary<string, int> Repeats { get; init; }

    public required bool IsHan { get; init; }

    /// <summary>By line: reads like a notice about the page.</summary>
    public required bool[] Notice { get; init; }

    public required Passed[] Passed { get; init; }

    public Outline Outline => Page.Outline;

    public static PageEvidence Of(Page page, string? title)
    {
        var outline = page.Outline;
        var counts = PartCount.Of(outline); // Before the rules prune.
        var rules = RuleBody.Of(outline, title);
        bool[] notice = [.. outline.Lines.Select(Notices.Is)];
        return new PageEvidence
        {
            Page = page,
            Counts = counts,
            Families = new FamilyShares(outline, counts),
            Signatures = new Signatures(outline),
            Rules = rules,
            TitleLine = TitleAt(outline, title),
            TitleKey = title is null ? null : TitleText.Key(title),
            StatedKey = page.Data.Body is { Length: > 300 } body ? TitleText.Key(body) : "",
            DescriptionKey = TitleText.Key(page.Meta.Get("og:description", "description") ?? ""),
            Repeats = outline.Lines.CountBy(line => line.Text, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
            Notice = notice,
            Passed = Scoring.Passed.Of(outline, rules, notice),
            IsHan = outline.Lines.Where(line => line.IsProse).Sum(line => line.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') ? line.Words : -line.Words) > 0,
        };
    }

    /// <summary>The title's line: a top heading if it is one, else the last line before the running text that repeats it.</summary>
    private static int TitleAt(Outline outline, string? title)
    {
        if (title is null)
            return -1;
        var found = -1;
        foreach (var line in outline.Lines)
        {
            if (line.Words > 60 || !TitleText.Same(line.Text, title))
                continue;
            if (line.Tag == "h1")
                return line.Index;
            found = found < 0 || line.IsHeading ? line.Index : found;
        }

        return found;
    }
}
