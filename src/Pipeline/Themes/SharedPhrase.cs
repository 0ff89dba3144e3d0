using Pipeline.Linguistics;

namespace Pipeline.Themes;

/// <summary>The longest phrase that many titles share and that reads as one: a name, or words that stand together in different surroundings.</summary>
internal static class SharedPhrase
{
    private const int LongestLatin = 4, LongestHan = 8, ShortestHan = 3;

    /// <summary>More titles than this tell nothing new of what they share.</summary>
    private const int MostTitles = 300, LongestTitle = 200;

    /// <param name="titles">Of one language, one for each story.</param>
    /// <param name="fewest">In how many of them the phrase must stand.</param>
    /// <returns>As it is written in the first title that holds it; null where they share none.</returns>
    public static string? Of(IEnumerable<string> titles, int fewest, bool inHan)
    {
        var uses = new Dictionary<string, Uses>(StringComparer.Ordinal);
        foreach (var title in titles.Take(MostTitles).Select(title => title.Length > LongestTitle ? title[..LongestTitle] : title))
        {
            foreach (var phrase in (inHan ? Han(title) : []).Concat(Latin(title)).DistinctBy(phrase => phrase.Key))
            {
                if (!uses.TryGetValue(phrase.Key, out var use))
                    uses[phrase.Key] = use = new Uses(phrase.Text, phrase.IsLong);
                use.Add(phrase);
            }
        }

        return uses.Where(use => use.Value.Count >= fewest && use.Value.IsFree)
            .OrderByDescending(use => use.Value.Score).ThenBy(use => use.Key, StringComparer.Ordinal).Select(use => use.Value.Text).FirstOrDefault();
    }

    /// <summary>Names: capitalised words in a row that are no stop words, and two words or more unless it is written like no common word.</summary>
    private static IEnumerable<Phrase> Latin(string title)
    {
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            for (var length = 1; length <= LongestLatin && i + length <= words.Length && IsName(Bare(words[i + length - 1])); length++)
            {
                var text = string.Join(' ', words.Skip(i).Take(length).Select(Bare));
                if (length > 1 || IsUnlikeAWord(text))
                    yield return new Phrase(text.ToLowerInvariant(), text, words.ElementAtOrDefault(i - 1), words.ElementAtOrDefault(i + length), length > 1);
                if (words[i + length - 1] != Bare(words[i + length - 1]))
                    break;
            }
        }
    }

    private static string Bare(string word)
    {
        var bare = word.Trim([.. ",.;:!?\"'()[]“”‘’|…"]);
        return bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    private static bool IsName(string word) =>
        word.Length > 1 && char.IsAsciiLetterUpper(word[0]) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && !StopWords.IsEnglish(word.ToLowerInvariant());

    private static bool IsUnlikeAWord(string word) => word.Length > 2 && word.Skip(1).Any(char.IsAsciiLetterUpper);

    /// <summary>Every stretch of Han that neither starts nor ends with a function word.</summary>
    private static IEnumerable<Phrase> Han(string title)
    {
        for (var i = 0; i < title.Length; i++)
        {
            for (var length = 1; length <= LongestHan && i + length <= title.Length && Script.IsHan(title[i + length - 1]); length++)
            {
                if (length < ShortestHan || StopWords.IsChinese(title[i]) || StopWords.IsChinese(title[i + length - 1]))
                    continue;
                var text = title.Substring(i, length);
                yield return new Phrase(text, text, Beside(title, i - 1), Beside(title, i + length), length > ShortestHan);
            }
        }
    }

    private static string? Beside(string title, int at) => at >= 0 && at < title.Length && Script.IsHan(title[at]) ? title[at].ToString() : null;

    private readonly record struct Phrase(string Key, string Text, string? Before, string? After, bool IsLong);

    private sealed class Uses(string text, bool isLong)
    {
        private readonly HashSet<string> _before = new(StringComparer.Ordinal), _after = new(StringComparer.Ordinal);
        private bool _starts, _ends;

        public string Text => text;

        public int Count { get; private set; }

        /// <summary>What always stands before or after the same character is a part of something longer (accessor variety, Feng et al. 2004).</summary>
        public bool IsFree => (_starts || _before.Count > 1) && (_ends || _after.Count > 1);

        public double Score => Count * (isLong ? 1.5 : 1);

        public void Add(Phrase phrase)
        {
            Count++;
            _starts |= phrase.Before is null;
            _ends |= phrase.After is null;
            _before.Add(phrase.Before ?? "");
            _after.Add(phrase.After ?? "");
        }
    }
}
