namespace Pipeline.Clipping.Scoring;

/// <summary>The features of a page's lines, as training and scoring both take them: one row of numbers per line.</summary>
internal static class LineFeatures
{
    /// <summary>The rows one after another, and how long each is.</summary>
    public static (float[] Values, int Width) Of(PageEvidence page)
    {
        if (page.Outline.IsEmpty)
            return ([], 0);
        var row = new FeatureRow();
        Fill(row, page, page.Outline.Lines[0]);
        var width = row.Values.Length;
        var values = new float[width * page.Outline.Lines.Count];
        foreach (var line in page.Outline.Lines)
        {
            Fill(row, page, line);
            row.Values.CopyTo(values.AsSpan(line.Index * width));
        }

        return (values, width);
    }

    /// <summary>What the numbers of a row are called.</summary>
    public static IReadOnlyList<string> Names(PageEvidence page)
    {
        var names = new List<string>();
        if (!page.Outline.IsEmpty)
            Fill(new FeatureRow(names), page, page.Outline.Lines[0]);
        return names;
    }

    private static void Fill(FeatureRow row, PageEvidence page, Line line)
    {
        row.Clear();
        TextFeatures.Add(row, page, line);
        PlaceFeatures.Add(row, page, line);
        NeighbourFeatures.Add(row, page, line);
        PageFeatures.Add(row, page, line);
    }
}
