using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Pipeline.Linguistics;

namespace Pipeline.Analysis;

/// <summary>What a sentence is about, as terms that can be compared: stems of English words, pairs of Han characters.</summary>
internal static partial class Terms
{
    private static readonly FrozenSet<string> Stops = Split(
        "a an the and or but nor so as at by for from in into of on onto to up with over under about after before than then that this these those it its " +
        "is are was were be been being am has have had do does did will would can could may might shall should must not no he she they them their his her " +
        "we our you your i who whom whose which what when where while if also just only own same such very more most some any all both each other s t re ll ve " +
        "there here yet still now even too per via said says say");

    /// <summary>Verbs of the news whose past a stemmer does not bring back.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = Split(
        "rose=rise risen=rise fell=fall fallen=fall grew=grow grown=grow sold=sell bought=buy won=win lost=lose built=build paid=pay began=begin begun=begin " +
        "went=go gone=go took=take taken=take gave=give given=give became=become held=hold led=lead met=meet found=find kept=keep ran=run spent=spend sent=send " +
        "made=make broke=break broken=break chose=choose chosen=choose drew=draw drawn=draw wrote=write written=write brought=bring taught=teach thought=think")
        .ToFrozenDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1]);

    [ThreadStatic]
    private static Stemmer? _stemmer;

    /// <summary>The terms in their order, repeated where the sentence repeats them.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var terms = new List<string>();
        foreach (var run in Runs().EnumerateMatches(text))
        {
            var word = text.Substring(run.Index, run.Length);
            if (Script.IsHan(word[0]))
                terms.AddRange(Pairs(word));
            else if (Stem(word) is { } stem)
                terms.Add(stem);
        }

        return terms;
    }

    /// <summary>The term the text begins with; null where it has none.</summary>
    public static string? First(string text) => Of(text) is [var first, ..] ? first : null;

    /// <summary>How much of the one is in the other, from 0 to 1; 0 where there is nothing to compare.</summary>
    public static double Containment(IReadOnlyCollection<string> part, IReadOnlySet<string> whole) =>
        part.Count == 0 ? 0 : (double)part.Distinct(StringComparer.Ordinal).Count(whole.Contains) / part.Distinct(StringComparer.Ordinal).Count();

    /// <summary>How much of the one with fewer terms is in the other, from 0 to 1; 0 where there is nothing to compare.</summary>
    public static double Overlap(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right)
    {
        var (one, other) = (left.ToHashSet(StringComparer.Ordinal), right.ToHashSet(StringComparer.Ordinal));
        return one.Count == 0 || other.Count == 0 ? 0 : (double)one.Count(other.Contains) / Math.Min(one.Count, other.Count);
    }

    public static double Similarity(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right)
    {
        var union = left.Union(right, StringComparer.Ordinal).Count();
        return union == 0 ? 0 : (double)left.Intersect(right, StringComparer.Ordinal).Count() / union;
    }

    private static IEnumerable<string> Pairs(string han) =>
        han.Length == 1 ? [han] : Enumerable.Range(0, han.Length - 1).Select(i => han.Substring(i, 2));

    private static string? Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        return Stops.Contains(lower) ? null : (_stemmer ??= new Stemmer()).Stem(Irregular.GetValueOrDefault(lower, lower));
    }

    private static FrozenSet<string> Split(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("[A-Za-zÀ-ɏ0-9]+|[\u4E00-\u9FFF\u3400-\u4DBF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
