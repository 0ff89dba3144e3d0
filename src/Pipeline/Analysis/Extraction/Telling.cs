using System.Text.RegularExpressions;
using Pipeline.Analysis.Grounding;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Extraction;

/// <summary>How well a sentence tells what its article is about: near the start, in the title's words, with names and numbers.</summary>
internal static partial class Telling
{
    private const double Place = 3, Title = 3, Number = 1, Name = 0.4;

    private static readonly Lexicon Praise = new(
        "excited|thrilled|proud|delighted|happy to|pleased to|amazing|incredible|game-changing|game changer|revolutionary|unprecedented|world-class|stunning",
        "激动|自豪|荣幸|重磅|炸裂|震撼|王炸|史诗级|颠覆性|划时代|惊艳|遥遥领先");

    /// <summary>What has long been so, and only leads up to the news.</summary>
    private static readonly Lexicon Background = new(
        "traditionally|typically|in recent years|over the past few years|over the past decade|has become|have become|has long|have long|have improved|has improved|is rapidly|are rapidly|is increasingly|are increasingly",
        "近年来|近些年|随着|长期以来|一直以来|日益|越来越|传统上|通常|众所周知");

    private static readonly Lexicon Speaker = new("we|our|us|my|you|your|I'm|I've", "我们|我|你|您|笔者|大家");

    public static double Score(Candidate candidate, IReadOnlySet<string> title)
    {
        var folded = Folding.Fold(candidate.Text);
        return Place / (1 + candidate.Index)
            + Title * Math.Min(1, 1.5 * Terms.Containment([.. title], candidate.Terms.ToHashSet(StringComparer.Ordinal)))
            + (Quantities.In(folded).Count > 0 ? Number : 0)
            + Name * Math.Min(3, Named(folded))
            - Blemishes(candidate.Text);
    }

    /// <summary>Latin names, and what Chinese puts between title or quotation marks.</summary>
    private static int Named(string folded) => Names.In(folded).Count(name => !name.Opens) + ChineseNames().Count(folded);

    private static double Blemishes(string sentence) =>
        2 * Praise.Count(sentence) + (Background.Matches(sentence) ? 3 : 0) + (Speaker.Matches(sentence) ? 1 : 0) + (sentence.AsSpan().ContainsAny('!', '！') ? 1 : 0)
        + (sentence.AsSpan().ContainsAny('(', '（') ? 0.3 : 0) + (IsLong(sentence) ? 0.7 : 0);

    private static bool IsLong(string sentence) => Script.LanguageOf(sentence) == "zh" ? sentence.Length > 80 : sentence.Length > 190;

    [GeneratedRegex("《[^》]+》|“[^”]{2,12}”|[\u4E00-\u9FFF]{2,6}(?:公司|集团|实验室|大学|研究院|科技|银行|法院|委员会)", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseNames();
}
