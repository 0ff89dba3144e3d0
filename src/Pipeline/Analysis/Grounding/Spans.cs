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
        text = Decade().Replace(text, match => $"{(char.IsAsciiDigit(match.Groups[1].Value[0]) ? match.Groups[1].Value : Numerals.DigitsOf(match.Groups[1].Value))}0 years");
        text = EnglishAndHalf().Replace(text, match => HalfMore(match.Groups["whole"].Value, match.Groups["scale"].Value));
        text = HalfScale().Replace(text, "0.5 $1");
        text = AndHalf().Replace(text, match => Numerals.Digits(match.Groups["whole"].Value) is { } whole ? $"{whole}.5{match.Groups["unit"].Value}" : match.Value);
        text = HalfYear().Replace(text, "6 months");
        text = ChineseHalfYear().Replace(text, "6 个月");
        text = HalfHour().Replace(text, " 30 分钟 ");
        return Whole().Replace(text, "1 ");
    }

    private static string HalfMore(string whole, string scale) =>
        $"{(char.IsAsciiDigit(whole[0]) ? whole : Numerals.DigitsOf(whole))}.5{(scale.Length > 0 ? " " : "")}{scale}";

    [GeneratedRegex(@"(?i)\bhalf a dozen\b|\bhalf-dozen\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfDozen();

    [GeneratedRegex(@"(?i)\ba dozen\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dozen();

    [GeneratedRegex(@"(?i)\ba fortnight\b|\bfortnight\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fortnight();

    [GeneratedRegex(@"(?i)\b(a|one|two|three|four|five|six|seven|eight|nine|[1-9]) decades?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Decade();

    /// <summary>"Three and a half years", "a million and a half".</summary>
    [GeneratedRegex(@"(?i)(?<![\w.,-])(?<whole>a|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3})(?: (?<scale>hundred|thousand|million|billion|trillion))? and a half\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishAndHalf();

    [GeneratedRegex(@"(?i)\b(?:half an?|a half) (hundred|thousand|million|billion|trillion)\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfScale();

    [GeneratedRegex(@"(?i)\bhalf a year\b", RegexOptions.CultureInvariant)]
    private static partial Regex HalfYear();

    [GeneratedRegex("(?<![上下前后])半年(?!报|度)", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseHalfYear();

    [GeneratedRegex("半个?小时|(?i:half an hour)", RegexOptions.CultureInvariant)]
    private static partial Regex HalfHour();

    /// <summary>A half behind the unit: 四米半 is 4.5 米, 十二年半 12.5 年, 两个半小时 2.5 小时; 2026 年半导体 is none.</summary>
    [GeneratedRegex("(?<![0-9.,零〇一二两三四五六七八九十百千万亿点第几数上])(?<whole>[0-9]{1,3}|[一二两三四五六七八九十百]{1,6}) ?(?:个半 ?(?<unit>小时|月)|(?<unit>米|年|倍|公斤|公里|斤|吨|天|小时)半(?![年导数夜途路场决径价球官岛程成自]))", RegexOptions.CultureInvariant)]
    private static partial Regex AndHalf();

    [GeneratedRegex(@"(?i)\ba (?=hundred|thousand|million|billion|trillion)", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
