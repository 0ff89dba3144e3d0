using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>A part of a sentence between commas and conjunctions. What is said of a number stands beside it.</summary>
/// <param name="Text">With its numerals in digits (see <see cref="Numerals.WithHalves"/>).</param>
internal sealed partial record Clause(string Text)
{
    public IReadOnlyList<(Quantity Quantity, int Start)> Numbers { get; } = Quantities.Placed(Text);

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public static IReadOnlyList<Clause> In(string folded) =>
        [.. Borders().Split(Numerals.WithHalves(folded)).Where(part => part.Length > 0).Select(part => new Clause(part))];

    /// <summary>A comma between digits is none.</summary>
    [GeneratedRegex(@"(?:[,;:] |[，；。：！？]|[.!?] |——| – | — |(?<= )(?:while|whereas|but|although) )", RegexOptions.CultureInvariant)]
    private static partial Regex Borders();
}
