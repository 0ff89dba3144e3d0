namespace Pipeline.Clipping.Scoring;

/// <summary>The features of a page's lines, as training and scoring both take them: one row of numbers per line.</summary>
internal static class LineFeatures
{
    /// <summary>The rows one after another.</summary>
    public static float[] Of(PageEvidence page)
    {
        var row = new FeatureRow();
        return [.. page.Outline.Lines.SelectMany(line => Fill(row, page, line).ToArray())];
    }

    /// <summary>What the numbers of a row are called.</summary>
    public static IReadOnlyList<string> Names(PageEvidence page)
    {
        var names = new List<string>();
        if (!page.Outline.IsEmpty)
            Fill(new FeatureRow(names), page, page.Outline.Lines[0]);
        return names;
    }

    /// <summary>A line's numbers; they stand until the row is filled again.</summary>
    public static ReadOnlySpan<float> Fill(FeatureRow row, PageEvidence page, Line line)
    {
        row.Clear();
        TextFeatures.Add(row, page, line);
        PlaceFeatures.Add(row, page, line);
        NeighbourFeatures.Add(row, page, line);
        PageFeatures.Add(row, page, line);
        return row.Values;
    }
}
