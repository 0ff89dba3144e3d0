namespace Pipeline.Clipping.Scoring;

/// <summary>What the elements around a line, and the lines of the same template, say of it.</summary>
internal static class PlaceFeatures
{
    private static readonly string[] FamilyNames = [.. Enum.GetNames<Family>().Select(name => "in-" + name)];
    private static readonly string[] Levels = ["own", "parent", "grandparent", "third", "fourth"];

    public static void Add(FeatureRow row, PageEvidence page, Line line)
    {
        var shares = page.Families.Of(line.Block);
        for (var i = 0; i < shares.Length; i++)
            row.Add(FamilyNames[i], shares[i]);
        AddAround(row, page, line);
        AddAlike(row, page, line);
        AddRules(row, page, line);
        AddPassed(row, page, line);
    }

    private static void AddAround(FeatureRow row, PageEvidence page, Line line)
    {
        var total = Math.Max(1, page.Counts[0].Prose);
        var part = page.Outline.Parts[line.Block];
        foreach (var level in Levels)
        {
            var count = page.Counts[part.Index];
            row.Add(level + "-words", count.Words);
            row.Add(level + "-link-share", count.LinkShare);
            row.Add(level + "-share", (double)count.Prose / total);
            row.Add(level + "-lines", count.Lines);
            row.Add(level + "-prose-lines", count.ProseLines);
            row.Add(level + "-place", count.Lines == 0 ? 0 : (double)(line.Index - part.FirstLine) / count.Lines);
            part = Up(page.Outline, part);
        }
    }

    /// <summary>The next element around that has more lines; elements around nothing else say nothing new.</summary>
    private static Part Up(Outline outline, Part part)
    {
        var lines = part.EndLine - part.FirstLine;
        while (part.Parent >= 0 && part.EndLine - part.FirstLine == lines)
            part = outline.Parts[part.Parent];
        return part;
    }

    private static void AddAlike(FeatureRow row, PageEvidence page, Line line)
    {
        var total = Math.Max(1, page.Counts[0].Prose);
        Add("near", page.Signatures.Near(line.Index));
        Add("far", page.Signatures.Far(line.Index));

        void Add(string name, PartCount count)
        {
            row.Add(name + "-lines", count.Lines);
            row.Add(name + "-share", (double)count.Prose / total);
            row.Add(name + "-link-share", count.LinkShare);
            row.Add(name + "-prose-lines", (double)count.ProseLines / Math.Max(1, count.Lines));
            row.Add(name + "-length", (double)count.Words / Math.Max(1, count.Lines));
        }
    }

    private static void AddRules(FeatureRow row, PageEvidence page, Line line)
    {
        var rules = page.Rules;
        row.Add("rules-in-body", line.Index >= rules.Body.FirstLine && line.Index < rules.Body.EndLine);
        row.Add("rules-pruned", rules.Pruned[line.Index]);
        row.Add("rules-keep", rules.Kept[line.Index]);
        row.Add("rules-place", (double)(line.Index - rules.First) / Math.Max(1, rules.Last - rules.First));
        row.Add("rules-after-first", line.Index - rules.First);
        row.Add("rules-before-last", rules.Last - line.Index);
        row.Add("rules-body-share", (double)page.Counts[rules.Body.Index].Prose / Math.Max(1, page.Counts[0].Prose));
        row.Add("after-title", page.TitleLine < 0 ? -1000 : line.Index - page.TitleLine);
    }

    /// <summary>How much of what the rules keep is past here, and how many notices: an article's tail comes after them.</summary>
    private static void AddPassed(FeatureRow row, PageEvidence page, Line line)
    {
        var passed = page.Passed[line.Index];
        row.Add("passed-share", (double)passed.Words / Math.Max(1, page.Passed[^1].Words));
        row.Add("passed-left", page.Passed[^1].Words - passed.Words);
        row.Add("passed-notices", passed.Notices);
        row.Add("passed-since-notice", passed.SinceNotice);
        row.Add("passed-pruned", passed.SincePruned);
    }
}
