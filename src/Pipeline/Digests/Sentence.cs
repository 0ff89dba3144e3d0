namespace Pipeline.Digests;

/// <summary>A sentence's end, which comes after its citation: <c>北光发布了新模型（[北光](…)）。</c></summary>
internal static class Sentence
{
    private const string Stops = ".。．";
    private const string OtherEnds = "?!？！…;；:：”\"」』’";

    public static string WithoutStop(string text)
    {
        var folded = PlainText.Fold(text);
        return EndsInStop(folded) ? folded[..^1] : folded;
    }

    /// <summary>What to write after the citation: the sentence's own full stop, none after another mark, else <paramref name="stop"/>.</summary>
    public static string Stop(string text, string stop)
    {
        var folded = PlainText.Fold(text);
        if (EndsInStop(folded))
            return folded[^1..];
        return folded.Length > 0 && (OtherEnds.Contains(folded[^1], StringComparison.Ordinal) || Stops.Contains(folded[^1], StringComparison.Ordinal)) ? "" : stop;
    }

    /// <summary>An ellipsis of points is no full stop.</summary>
    private static bool EndsInStop(string text) =>
        text.Length > 1 && Stops.Contains(text[^1], StringComparison.Ordinal) && !Stops.Contains(text[^2], StringComparison.Ordinal);
}
