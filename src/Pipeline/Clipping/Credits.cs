using System.Text.RegularExpressions;

namespace Pipeline.Clipping;

/// <summary>The lines between the title and the first paragraph that say who wrote the article and when, and nothing else.</summary>
/// <remarks>
/// The scores can't be sure of them: the articles that they were learned from keep such a line as often as not. Quoted as the
/// article's first sentence it tells a reader nothing.
/// </remarks>
internal static partial class Credits
{
    private const int Longest = 160, LongestName = 4;

    /// <summary>The lines without them. What comes after the first paragraph stays.</summary>
    public static IReadOnlyList<Line> LeftOut(IReadOnlyList<Line> lines)
    {
        var above = lines.TakeWhile(line => !line.IsProse || Is(line)).Count();
        return above == lines.Count ? lines : [.. lines.Where((line, at) => at >= above || !Is(line))];
    }

    public static bool Is(Line line) => !line.IsHeading && (Is(line.Text) || line.Words <= LongestName && Signature().IsMatch(line.Text));

    /// <summary>Whether nothing is left of a line but names once dates, times and labels are taken out of it.</summary>
    public static bool Is(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest || "。！？!?".Contains(text.TrimEnd()[^1], StringComparison.Ordinal))
            return false;
        var undated = Dates().Replace(text, "|");
        var parts = Marks().Split(undated).Select(part => part.Trim(' ', ':', '：', '.')).Where(part => part.Length > 0).ToList();
        var unlabelled = parts.Select(part => Labels().Replace(part, "").Trim()).ToList();
        return (undated != text || parts.Exists(IsLabelled))
            && unlabelled.TrueForAll(part => part.Length == 0 || Others().IsMatch(part) || IsName(part));
    }

    private static bool IsLabelled(string part) => Naming().IsMatch(part);

    private static bool IsName(string part) => LatinName().IsMatch(part) || HanName().IsMatch(part);

    [GeneratedRegex("""
        (?:\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?,?\s*)?
        (?:
          \b[0-9]{1,2}(?:st|nd|rd|th)?[\ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?[\ -](?:19|20)[0-9]{2}\b|
          \b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)[0-9]{2}\b|
          (?<![0-9])(?:19|20)[0-9]{2}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}(?![0-9])\s?日?T?(?:\s?(?:星期|周)[一二三四五六日天])?|
          (?<![0-9:])[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?(?![0-9])\s?(?:[ap]\.?m\b\.?)?
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[|｜·•∙,、;/()（）\[\]—–\t]|\s-\s|\s+(?=(?:来源|作者|编辑|责任编辑|责编|记者|校对|发布|更新|日期|时间|稿源|出处)\w{0,3}\s?[:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("""
        \A(?:(?:(?:first|last|originally)\ )?(?:published|updated|posted|modified|created|edited|written|reported|filed|date|author|source|words|story|text|by|on|at|in|from)\b\s?[:：]?\s*|
        (?:信息|文章|本文|稿件)?(?:来源|作者|编辑|责任编辑|责编|(?:本报|本刊|见习)?记者|校对|撰文|文|稿源|出处|发[布表](?:时间|日期|于)?|更新(?:时间|日期|于)?|日期|时间)\s?[:：]?\s*)+
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Labels();

    /// <summary>Labels that make a line a credit without a date.</summary>
    [GeneratedRegex(@"\A(?:(?:[Ww]ritten |[Pp]osted |[Rr]eported |[Ww]ords |story |text )?[Bb]y [A-ZÀ-Þ]|(?:信息|文章|稿件)?(?:来源|作者|编辑|责任编辑|责编|记者|校对|撰文|稿源|出处)\s?[:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Naming();

    [GeneratedRegex(@"\A(?:[A-Z]{2,5}(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?|Z|北京时间|[0-9]+[ -]min(?:ute)?s?(?: read)?|[0-9]+ comments?|(?:阅读|评论|浏览)\w{0,3}\s?[:：]?\s?[0-9]+|[0-9]+ ?(?:次|条|人)?\w{0,4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    /// <summary>At most five words with capitals, small words between them: a person, a place, a section.</summary>
    [GeneratedRegex(@"\A(?:\p{Lu}[\p{L}\p{M}'’.-]*|&)(?:\s(?:(?:and|of|de|da|del|van|von|der|den|la|le|the|for|in|at|by)\s)*(?:\p{Lu}[\p{L}\p{M}'’.-]*|&)){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();

    [GeneratedRegex(@"\A[\p{IsCJKUnifiedIdeographs}·A-Za-z0-9]{1,8}(?:\s[\p{IsCJKUnifiedIdeographs}·]{1,6}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HanName();

    /// <summary>A name alone, or an office of the publisher's: R. Castellane; Halmere bureau.</summary>
    [GeneratedRegex(@"\A\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:\p{Lu}[\p{L}\p{M}'’.-]*|van|von|de|der|and|bureau|desk|staff|correspondent|reporter|editor)){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
