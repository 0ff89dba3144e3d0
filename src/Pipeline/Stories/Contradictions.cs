using System.Globalization;
using Pipeline.Linguistics;

namespace Pipeline.Stories;

/// <summary>What two titles can't both say of one event: version 4.5 and 4.6 of a thing, rounds of 40 and of 25 million.</summary>
internal static class Contradictions
{
    /// <summary>Smaller whole numbers (tolls, counts, days) change while an event goes on.</summary>
    private const decimal LeastAmount = 100_000;

    public static bool Between(Reading one, Reading other) =>
        one.Title.Count > 0 && other.Title.Count > 0 && (OfVersions(one.Title, other.Title) || OfAmounts(one.Title, other.Title));

    private static bool OfVersions(IReadOnlyList<Word> one, IReadOnlyList<Word> other)
    {
        var (mine, theirs) = (Versions(one), Versions(other));
        return mine.Any(thing => theirs.Contains(thing.Key) && !thing.Intersect(theirs[thing.Key], StringComparer.Ordinal).Any());
    }

    private static ILookup<string, string> Versions(IReadOnlyList<Word> title) =>
        title.Where(word => word.Kind == WordKind.Version && word.Term.Contains('-', StringComparison.Ordinal))
            .ToLookup(word => word.Term[..word.Term.LastIndexOf('-')], word => word.Term, StringComparer.Ordinal);

    private static bool OfAmounts(IReadOnlyList<Word> one, IReadOnlyList<Word> other)
    {
        var (mine, theirs) = (Amounts(one), Amounts(other));
        return mine.Count > 0 && theirs.Count > 0 && !mine.Intersect(theirs, StringComparer.Ordinal).Any();
    }

    private static List<string> Amounts(IReadOnlyList<Word> title) =>
        [.. title.Where(word => word.Kind == WordKind.Amount && IsTelling(word.Term)).Select(word => word.Term)];

    private static bool IsTelling(string term) =>
        decimal.TryParse(term.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && (number >= LeastAmount || number != decimal.Truncate(number));
}
