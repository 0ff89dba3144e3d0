using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>The body that the page states in JSON-LD, set against the one that was found in the markup.</summary>
/// <remarks>Its text is often cut off or run together, so the markup's is preferred wherever both are about as long.</remarks>
internal static class StatedBody
{
    /// <summary>Fewer words than this are a teaser.</summary>
    private const int FewestWords = 100;

    /// <summary>How many times longer the one must be than the other to decide against the markup.</summary>
    private const double Clearly = 1.5;

    private const double Covered = 0.85;

    /// <summary>How sure a body is that the page states itself: some are of another article, or cut.</summary>
    public const double Confidence = 0.8;

    public static IReadOnlyList<Line> Settle(IReadOnlyList<Line> found, string? stated)
    {
        int foundWords = found.Sum(line => line.Words), statedWords = stated is null ? 0 : Weight(stated);
        if (stated is null || statedWords < FewestWords && foundWords > 0 || stated.EndsWith('…') || stated.EndsWith("...", StringComparison.Ordinal))
            return found;
        if (statedWords > Clearly * foundWords)
            return [.. stated.Split('\n').Select(text => new Line(text, 0, "p", Weight(text), 0)).Where(line => line.Words > 0)];
        return foundWords > Clearly * statedWords ? Within(found, TitleText.Key(stated)) : found;
    }

    /// <summary>From the first line that the stated body holds to the last, if together they are about all of it.</summary>
    private static IReadOnlyList<Line> Within(IReadOnlyList<Line> found, string stated)
    {
        var keys = found.Select(line => line.Words < 4 ? "" : TitleText.Key(line.Text)).ToList();
        var held = keys.Select(key => key.Length > 0 && stated.Contains(key, StringComparison.Ordinal)).ToList();
        var length = keys.Where((_, i) => held[i]).Distinct(StringComparer.Ordinal).Sum(key => key.Length);
        if (length < Covered * stated.Length)
            return found;
        var first = held.IndexOf(true);
        return [.. found.Skip(first).Take(held.LastIndexOf(true) - first + 1)];
    }

    /// <summary>Words and Han characters.</summary>
    public static int Weight(string text) => text.Count(Script.IsHan) + text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
