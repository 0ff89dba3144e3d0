using System.Text.RegularExpressions;
using Pipeline.Analysis.Extraction;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What a language model is shown of an article: its title and the most telling sentences of its beginning.</summary>
/// <remarks>
/// A model tells in its own words what it read under a title, so a passage need not stand on its own, as one must that is quoted:
/// "It runs on phones" and a title that is a list's serve it well. It has to be safe, and to state something: a question would be
/// answered by the writer, since the gate compares words only.
/// </remarks>
internal static partial class Lead
{
    /// <summary>In characters and sentences: news says what it has to say at the start.</summary>
    private const int Furthest = 4_000, First = 10;

    private const int MostSentences = 5;

    /// <summary>In characters; a Han character says about as much as three Latin ones.</summary>
    private const int ShortestTitle = 6, LongestTitle = 200, ShortestLatin = 20, ShortestHan = 8, Longest = 320;

    /// <summary>In the article's order, the title first.</summary>
    public static IReadOnlyList<Candidate> Of(Article article)
    {
        var title = Reading.BeforeBar(article.Title);
        var sentences = Told(article, Terms.Of(title).ToHashSet(StringComparer.Ordinal)).OrderBy(sentence => sentence.Start).ToList();
        return IsTitle(title) && (sentences.Count > 0 || !IsBareName(title)) ? [new Candidate(article, Passage.Title, 0, title, 0), .. sentences] : sentences;
    }

    private static IEnumerable<Candidate> Told(Article article, HashSet<string> title)
    {
        var sentences = new List<Candidate>();
        var text = Safe(article.Text);
        foreach (var (index, span) in Sentences.Split(text, First).Index())
            if (Reading.BeforeBar(span.Of(text)) is var sentence && IsSentence(sentence))
                sentences.Add(new Candidate(article, Passage.Text, span.Start, sentence, index) { OfTitle = title });

        return Candidate.Ranked(sentences, sentence => sentence.Score).Take(MostSentences);
    }

    /// <summary>Up to where it begins to speak to a machine: what follows may belong to that. No sentence is cut.</summary>
    private static string Safe(string text)
    {
        text = text.Length <= Furthest ? text : text[..(text.LastIndexOfAny(['\n', '。', '.'], Furthest) + 1)];
        return Addressed.Start(text) is >= 0 and var start ? text[..start] : text;
    }

    private static bool IsTitle(string title) => title.Length is >= ShortestTitle and <= LongestTitle && States(title);

    /// <summary>A repository's path, or a product's name: alone it states nothing.</summary>
    private static bool IsBareName(string title) => !title.Contains(' ', StringComparison.Ordinal) && Script.LanguageOf(title) != "zh";

    private static bool IsSentence(string sentence) =>
        sentence.Length <= Longest && sentence.Length >= (Script.LanguageOf(sentence) == "zh" ? ShortestHan : ShortestLatin)
        && !SentenceRules.IsByline(sentence) && States(sentence);

    private static bool States(string text) =>
        Neutral.IsShowable(text) && SentenceRules.Open(text) is null && SentenceRules.Noise(text) is null && !ToReader().IsMatch(text);

    /// <summary>What speaks of "us" may be news, what speaks to "you" wants something.</summary>
    [GeneratedRegex("(?i)\\b(?:you|your|yours|you'(?:re|ll|ve))\\b|[你您]", RegexOptions.CultureInvariant)]
    private static partial Regex ToReader();
}
