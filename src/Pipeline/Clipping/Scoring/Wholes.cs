namespace Pipeline.Clipping.Scoring;

/// <summary>Code and tables are kept whole or not at all: half a program, or a table without two of its rows, misleads.</summary>
internal static class Wholes
{
    /// <summary>The least mean probability, by words, of a whole between lines that are kept. Below a line's own: numbers and code score low wherever they stand.</summary>
    private const double Least = 0.05;

    public static void Settle(Outline outline, float[] scores, bool[] kept)
    {
        var (first, last) = (Array.IndexOf(kept, true), Array.LastIndexOf(kept, true));
        foreach (var part in outline.Parts)
            if (IsWhole(outline, part) && part.FirstLine > first && part.FirstLine < last + 2)
                Array.Fill(kept, Mean(outline, scores, part) >= Least, part.FirstLine, part.EndLine - part.FirstLine);
    }

    /// <summary>A table whose lines are its rows, which those of a layout are not.</summary>
    private static bool IsWhole(Outline outline, Part part) =>
        part.EndLine > part.FirstLine && (part.Tag == "pre" || part.Tag == "table" && IsOfRows(outline, part));

    /// <summary>A caption may stand before the first row.</summary>
    private static bool IsOfRows(Outline outline, Part part) =>
        outline.Lines[part.FirstLine].Tag == "tr" || part.EndLine > part.FirstLine + 1 && outline.Lines[part.FirstLine].Tag == "caption" && outline.Lines[part.FirstLine + 1].Tag == "tr";

    private static double Mean(Outline outline, float[] scores, Part part)
    {
        var (sum, words) = (0.0, 0);
        for (var i = part.FirstLine; i < part.EndLine; i++)
        {
            sum += scores[i] * outline.Lines[i].Words;
            words += outline.Lines[i].Words;
        }

        return words == 0 ? 0 : sum / words;
    }
}
