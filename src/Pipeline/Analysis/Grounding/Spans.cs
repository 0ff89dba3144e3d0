using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>Words that hold a number: "half a dozen", a fortnight, a decade, 半年, 四米半.</summary>
internal static partial class Spans
{
    public static string InNumbers(string text)
    {
        text = HalfDozen().Replace(text, "6");
        text = Dozen().Replace(text, "12");
        text = Fortnight().Replace(text, "2 weeks");
        text = Decade().Replace(text, "10 years");
        text = HalfYear().Replace(text, "6 months");
        text = ChineseHalfYear().Replace(text, "6 个月");
        text = HalfHour().Replace(text, " 30 分钟 ");
        text = AndHalf().Replace(text, match => (char.IsAsciiDigit(match.Groups[1].Value[0]) ? match.Groups[1].Value : ChineseNumeral.Read(match.Groups[1].Value)) + ".5" + match.Groups[2].Value);
        return Whole().Replace(text, "1 ");
    }

    [GeneratedRegex(@"(?i)\bhalf a dozen\b|\bhalf-dozen\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfDozen();

    [GeneratedRegex(@"(?i)\ba dozen\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dozen();

    [GeneratedRegex(@"(?i)\ba fortnight\b|\bfortnight\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fortnight();

    [GeneratedRegex(@"(?i)\ba decade\b", RegexOptions.CultureInvariant)]
    private static partial Regex Decade();

    [GeneratedRegex(@"(?i)\bhalf a year\b|\bsix months\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfYear();

    [GeneratedRegex("(?<![上下前后])半年(?!报|度)", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseHalfYear();

    [GeneratedRegex("半个?小时|(?i:half an hour)", RegexOptions.CultureInvariant)]
    private static partial Regex HalfHour();

    /// <summary>A half behind the unit: 四米半 is 4.5 米.</summary>
    [GeneratedRegex("([0-9一二两三四五六七八九])([米年倍公斤吨])半(?!年)", RegexOptions.CultureInvariant)]
    private static partial Regex AndHalf();

    [GeneratedRegex(@"(?i)\ba (?=hundred|thousand|million|billion|trillion)", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
