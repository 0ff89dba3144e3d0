using System.Text.RegularExpressions;
using Pipeline.Analysis.Grounding;
using Pipeline.Linguistics;

namespace Pipeline.Analysis.Prompting;

/// <summary>Whether a sentence in one language is about what passages in the other say, as far as names, numbers and a glossary tell.</summary>
/// <remarks>
/// The gate compares words within a language only, and between two it sees numbers, names, direction and negation. A writer that
/// was talked into something would say it in the digest's language of passages in the other: so here it has to share something
/// with them, and of the words that the glossary knows a third.
/// </remarks>
internal static partial class Bridge
{
    private const double LeastShared = 0.34;

    public static IEnumerable<string> Faults(string claim, IReadOnlyList<string> passages)
    {
        var language = Script.LanguageOf(claim);
        var (own, foreign) = (passages.Where(passage => Script.LanguageOf(passage) == language).ToList(), passages.Where(passage => Script.LanguageOf(passage) != language).ToList());
        if (OtherCompany(claim, own) is { } company)
            return [$"the company {company} is in no cited passage"];
        if (foreign.Count == 0 || (own.Count > 0 && !Strays(claim, own)))
            return [];
        return Between(Folding.Fold(claim), Folding.Fold(string.Join('\n', foreign)));
    }

    /// <summary>As the gate asks where all passages are of one language.</summary>
    private static bool Strays(string claim, List<string> own)
    {
        var said = own.SelectMany(passage => Statement.In(Folding.Fold(passage))).ToList();
        return Statement.In(Folding.Fold(claim)).Any(sentence => Coverage.Strays(sentence, said));
    }

    /// <summary>A Chinese company in place of the one that the passages name: what they write before 公司 is another.</summary>
    private static string? OtherCompany(string claim, List<string> own)
    {
        var known = own.SelectMany(passage => Company().Matches(passage)).Select(match => match.Groups[1].Value).ToList();
        return known.Count == 0 ? null : Company().Matches(claim)
            .FirstOrDefault(match => Glossary.MeaningOf(match.Groups[1].Value) is null && !own.Exists(passage => passage.Contains(match.Groups[1].Value, StringComparison.Ordinal)))?.Value;
    }

    private static string[] Between(string claim, string cited)
    {
        var (said, known) = (Meanings(claim), Meanings(cited));
        var shared = said.Count(known.Contains);
        if (said.Count > 1 && shared < said.Count * LeastShared)
            return ["what it says is not in the cited passages, as far as the glossary knows their words"];
        return shared > 0 || Names.In(claim).Any() || Quantities.In(claim).Count > 0 ? [] : ["it shares no name, number or known word with the cited passages"];
    }

    private static HashSet<string> Meanings(string text)
    {
        var meanings = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match run in Han().Matches(text))
            AddHan(run.Value, meanings);
        var stemmer = new Stemmer();
        var stems = Latin().Matches(text).Select(match => stemmer.Stem(match.Value.ToLowerInvariant())).ToList();
        for (var start = 0; start < stems.Count; start++)
            for (var length = 1; length <= Glossary.LongestLatin && start + length <= stems.Count; length++)
                meanings.UnionWith(Glossary.MeaningsOf(string.Join(' ', stems.GetRange(start, length))));
        return meanings;
    }

    /// <summary>The longest words first, none within another.</summary>
    private static void AddHan(string run, HashSet<string> meanings)
    {
        for (var start = 0; start < run.Length;)
        {
            var length = Math.Min(Glossary.LongestHan, run.Length - start);
            while (length > 1 && Glossary.MeaningOf(run.AsSpan(start, length)) is null)
                length--;
            if (Glossary.MeaningOf(run.AsSpan(start, length)) is { } meaning)
                meanings.Add(meaning);
            start += length;
        }
    }

    /// <summary>A company by its name, not one of several, nor one told by its kind or country.</summary>
    [GeneratedRegex("([\u4E00-\u9FFF]{2})(?<![该这那各多两几某本等新总分的母子家大小型国美欧]|科技|上市|软件|初创|创业|汽车|保险|物流|其他|外国|许多)公司", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    [GeneratedRegex("[\u4E00-\u9FFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();
}
