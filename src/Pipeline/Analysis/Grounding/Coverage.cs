using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Grounding;

/// <summary>How much of what a claim says, beside its names and numbers, is in the passages' words at all.</summary>
internal static partial class Coverage
{
    private const double LeastEnglish = 0.5;
    private const double LeastChinese = 0.55;

    /// <summary>Below it a claim is names and numbers, with hardly a word to compare.</summary>
    private const int FewestHan = 6;

    /// <summary>Words by which a source is given: they say nothing of the event.</summary>
    private static readonly FrozenSet<string> Reporting =
        "say said says tell told according source sources report reports reported reportedly announce announced announces announcement people familiar matter state stated statement company firm new also would"
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsReporting(string lower) => Reporting.Contains(lower);

    /// <summary>Whether it speaks of something else. Between two languages words can't be compared: then it never does.</summary>
    public static bool Strays(Statement claim, IReadOnlyList<Statement> passages) =>
        passages.All(passage => passage.Language == claim.Language) && Of(claim, passages) < (claim.Language == "zh" ? LeastChinese : LeastEnglish);

    /// <returns>From 0 to 1; 1 where the claim has nothing but names and numbers.</returns>
    public static double Of(Statement claim, IReadOnlyList<Statement> passages)
    {
        var text = string.Join(' ', passages.Select(passage => passage.Text));
        return claim.Language == "zh" ? OfHan(claim.Text, text) : OfLatin(claim.Text, text);
    }

    private static double OfLatin(string claim, string passages)
    {
        var known = Words().Matches(passages).Select(match => Stem(match.Value)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var meanings = known.SelectMany(Glossary.MeaningsOf).ToHashSet(StringComparer.Ordinal);
        var said = Words().Matches(claim).Where(match => !IsName(match)).Select(match => Stem(match.Value)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return said.Count == 0 ? 1 : (double)said.Count(stem => known.Any(other => IsKin(stem, other)) || Glossary.MeaningsOf(stem).Any(meanings.Contains)) / said.Count;
    }

    private static bool IsName(Match word) => word.Index > 0 && char.IsUpper(word.Value[0]);

    private static string? Stem(string word) => Reporting.Contains(word) ? null : Terms.First(word);

    /// <summary>"Ship" and "shipment" are of one root, as far as five letters tell.</summary>
    private static bool IsKin(string left, string right) =>
        left == right || (Math.Min(left.Length, right.Length) >= 4 && (left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal)))
        || (left.Length > 5 && right.Length > 5 && left.AsSpan(0, 5).SequenceEqual(right.AsSpan(0, 5)));

    private static double OfHan(string claim, string passages)
    {
        int all = 0, covered = 0;
        foreach (Match run in Han().Matches(claim))
            for (var i = 0; i < run.Length; i++)
            {
                all++;
                if ((i > 0 && Holds(run.Value.AsSpan(i - 1, 2), passages)) || (i + 1 < run.Length && Holds(run.Value.AsSpan(i, 2), passages)))
                    covered++;
            }

        return all < FewestHan ? 1 : (double)covered / all;
    }

    private static bool Holds(ReadOnlySpan<char> pair, string passages) => passages.AsSpan().Contains(pair, StringComparison.Ordinal);

    [GeneratedRegex("[A-Za-zÀ-ɏ]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>Particles and words that give a source part the runs.</summary>
    [GeneratedRegex("(?:(?![的了在将与和及以为把被对从向由也仍并其该已会要可是有到至年月日称])[\u4E00-\u9FFF\u3400-\u4DBF])+", RegexOptions.CultureInvariant)]
    private static partial Regex Han();
}
