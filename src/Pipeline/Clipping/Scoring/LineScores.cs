namespace Pipeline.Clipping.Scoring;

/// <summary>How likely each line of a page is the article's.</summary>
internal static class LineScores
{
    public static float[] Of(PageEvidence page)
    {
        var scores = new float[page.Outline.Lines.Count];
        var row = new FeatureRow();
        foreach (var line in page.Outline.Lines)
            if (line.Words > 0)
                scores[line.Index] = Forest.OfLines.Score(Checked(LineFeatures.Fill(row, page, line)));
        return scores;
    }

    private static ReadOnlySpan<float> Checked(ReadOnlySpan<float> row) => row.Length == Forest.OfLines.Features.Count
        ? row
        : throw new InvalidOperationException($"the lines have {row.Length} features and the forest was trained on {Forest.OfLines.Features.Count}: train it anew with tests/Pipeline.Benchmarks/train_clipper.py");

    /// <summary>The F1 that is to be expected of what is kept, if the scores are right: counted in words.</summary>
    public static double Confidence(Outline outline, float[] scores, bool[] kept)
    {
        double right = 0, taken = 0, all = 0;
        foreach (var line in outline.Lines)
        {
            all += scores[line.Index] * line.Words;
            right += kept[line.Index] ? scores[line.Index] * line.Words : 0;
            taken += kept[line.Index] ? line.Words : 0;
        }

        return taken + all == 0 ? 0 : 2 * right / (taken + all);
    }
}
