using Pipeline.Analysis.Grounding;

namespace Pipeline.Analysis.Extraction;

/// <summary>What of a sentence survives translation: its numbers, without those that belong to a name, and its names.</summary>
internal sealed record SentenceFacts(IReadOnlyList<Quantity> Quantities, IReadOnlyList<string> Names)
{
    public static SentenceFacts Of(string sentence)
    {
        var folded = Folding.Fold(sentence);
        var names = Grounding.Names.In(folded).ToList();
        var versions = names.Select(name => name.Number).ToHashSet(StringComparer.Ordinal);
        return new SentenceFacts([.. Grounding.Quantities.In(folded).Where(quantity => !versions.Contains(quantity.Written))], [.. names.Select(name => name.Written)]);
    }

    /// <summary>Whether two sentences share two numbers, or a number and a name.</summary>
    public bool Meet(SentenceFacts other)
    {
        var shared = Quantities.Where(number => other.Quantities.Any(another => another.Value == number.Value && another.Unit == number.Unit)).ToList();
        var numbers = shared.Count(number => !IsOfDate(number)) + (shared.Exists(IsOfDate) ? 1 : 0);
        return numbers > 1 || (numbers == 1 && Names.Intersect(other.Names, StringComparer.OrdinalIgnoreCase).Any());
    }

    /// <summary>Year, month and day are one number: much is planned for June 2026.</summary>
    private static bool IsOfDate(Quantity number) =>
        number.IsDate || (number.Unit.Length == 0 && number.Value is >= 1900 and < 2200);
}
