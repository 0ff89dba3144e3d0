namespace Pipeline.Clipping.Scoring;

/// <summary>What a reader has passed when coming to a line.</summary>
/// <param name="Words">Words that the rules keep, before the line.</param>
/// <param name="Notices">Notices since the first line that they keep.</param>
/// <param name="SinceNotice">Lines since the last notice; capped.</param>
/// <param name="SincePruned">Lines since the last one in a part that they prune; capped.</param>
internal readonly record struct Passed(int Words, int Notices, int SinceNotice, int SincePruned)
{
    private const int Cap = 40;

    /// <summary>One for each line, and one for the page's end.</summary>
    public static Passed[] Of(Outline outline, RuleBody rules, bool[] notice)
    {
        var passed = new Passed[outline.Lines.Count + 1];
        var now = new Passed(0, 0, Cap, Cap);
        for (var i = 0; i < outline.Lines.Count; i++)
        {
            passed[i] = now;
            now = new Passed(
                now.Words + (rules.Kept[i] ? outline.Lines[i].Words : 0),
                now.Notices + (i > rules.First && notice[i] ? 1 : 0),
                i > rules.First && notice[i] ? 0 : Math.Min(Cap, now.SinceNotice + 1),
                rules.Pruned[i] ? 0 : Math.Min(Cap, now.SincePruned + 1));
        }

        passed[^1] = now;
        return passed;
    }
}
