using System.Buffers;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>A name for what emerged: what the titles share, else the most typical story's title, cut where it can be cut.</summary>
internal static class ThemeNames
{
    private const int LongestHan = 24, LongestLatin = 60, ShortestCut = 6;

    /// <summary>The part of a theme's titles that must share a phrase for it to speak for all of them.</summary>
    private const double Support = 0.25;

    /// <summary>No comma of English: what stands before it in a list is half of something.</summary>
    private static readonly SearchValues<char> Dividing = SearchValues.Create("，：；。！？…｜|;:—–");

    /// <param name="stories">The most typical first.</param>
    /// <param name="language">The digest's: <c>zh-CN</c> or <c>en</c>.</param>
    /// <param name="taken">Names that other themes have.</param>
    public static string Of(IReadOnlyList<Story> stories, string language, IReadOnlySet<string> taken)
    {
        var (primary, titles) = (Primary(language), Titles(stories, Primary(language)));
        return Candidates(titles, stories, primary).FirstOrDefault(name => name.Length > 0 && !taken.Contains(name))
            ?? Numbered(primary, taken);
    }

    /// <summary>Whether the titles in the digest's language have a phrase in common, so that the theme has a name of its own.</summary>
    public static bool HasSharedPhrase(IReadOnlyList<Story> stories, string language) =>
        Shared(Titles(stories, Primary(language)), Primary(language)) is not null;

    private static IEnumerable<string> Candidates(List<string> titles, IReadOnlyList<Story> stories, string primary)
    {
        if (Shared(titles, primary) is { } phrase)
            yield return phrase;
        foreach (var title in titles.Concat(stories.Select(story => story.Lead.Title)))
            yield return Shorten(title);
    }

    private static string? Shared(List<string> titles, string primary) =>
        SharedPhrase.Of(titles, Math.Max(2, (int)Math.Ceiling(titles.Count * Support)), primary == "zh");

    private static string Primary(string language) => language.StartsWith("zh", StringComparison.Ordinal) ? "zh" : "en";

    private static List<string> Titles(IReadOnlyList<Story> stories, string primary) =>
        [.. stories.Select(story => TitleIn(story, primary)).OfType<string>()];

    private static string? TitleIn(Story story, string language) =>
        story.Articles.Select(article => article.Title).FirstOrDefault(title => IsReadable(title) && Script.LanguageOf(title) == language);

    /// <summary>Two words, or two Han characters: a repository's path or a bare mark is no name for a line of development.</summary>
    private static bool IsReadable(string title) =>
        title.Count(Script.IsHan) > 1 || title.Split(' ').Count(word => word.Any(char.IsLetter)) > 1;

    /// <summary>At most 24 characters of Chinese or 60 of another language: up to a mark that divides, else up to a word, with an ellipsis.</summary>
    public static string Shorten(string title)
    {
        var plain = string.Concat(title.Where(character => !char.IsControl(character) && !char.IsSurrogate(character))).Trim();
        if (!IsReadable(plain))
            return "";
        var longest = plain.Take(LongestLatin).Count(Script.IsHan) > 3 ? LongestHan : LongestLatin;
        if (plain.Length <= longest)
            return plain;
        var cut = plain.AsSpan(0, longest).LastIndexOfAny(Dividing);
        if (cut >= ShortestCut)
            return plain[..cut].Trim();
        cut = plain.LastIndexOf(' ', longest - 1);
        return plain[..(cut >= ShortestCut && longest == LongestLatin ? cut : longest - 1)].Trim() + "…";
    }

    private static string Numbered(string language, IReadOnlySet<string> taken)
    {
        var plain = language == "zh" ? "其他动态" : "Other developments";
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? plain : $"{plain} {n}").First(name => !taken.Contains(name));
    }
}
