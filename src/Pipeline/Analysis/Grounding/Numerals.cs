using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>Writes every numeral and date of a text in digits: "three", 三, 百分之五, "March 5", "second quarter", 星期一.</summary>
internal static partial class Numerals
{
    private static readonly FrozenDictionary<string, int> Words = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1)
        .Concat(Numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Months = Numbered("jan feb mar apr may jun jul aug sep oct nov dec", 1, 1)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> Days = Numbered("mon tue wed thu fri sat sun", 1, 1)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What none of the patterns below matches without: most sentences hold no number, and the patterns are many.</summary>
    private static readonly SearchValues<string> Numbers = SearchValues.Create(
        [
            .. "0123456789零〇一二两三四五六七八九十百千半周期礼月".Select(character => character.ToString()),
            .. Words.Keys.Where(word => word is not "zero"), "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "first", "second", "third", "fourth", "fifth", "sixth", "eighth", "tenth", "quarter",
            "half", "dozen", "fortnight", "decade", "a hundred", "a thousand", "a million", "a billion", "a trillion", "May",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public static string InDigits(string folded) => folded.AsSpan().ContainsAny(Numbers) ? Rewrite(folded) : folded;

    /// <summary>The same without looking first whether there is a number at all.</summary>
    internal static string Rewrite(string folded)
    {
        var text = IsoDate().Replace(folded, "$1年 $2月 $3日");
        text = Month().Replace(text, MonthAndDay);
        text = Weekday().Replace(text, match => $" 星期{Number(Days[match.Value[..3]])} ");
        text = ChineseWeekday().Replace(text, match => $"星期{Number("一二三四五六日".IndexOf(match.Groups[1].Value.Replace('天', '日'), StringComparison.Ordinal) + 1)} ");
        text = Quarter().Replace(text, match => match.Groups[1].Value.ToLowerInvariant() switch { "first" => "Q1", "second" => "Q2", "third" => "Q3", _ => "Q4" });
        text = Spans.InNumbers(text);
        text = Fraction().Replace(text, match => InPercent(Parts(match.Groups["part"].Value), Wholes(match.Groups["whole"].Value)));
        text = EnglishWord().Replace(text, match => Number(match.Value.Split(' ', '-').Sum(word => Words[word])));
        text = ChineseFraction().Replace(text, match => Digits(match.Groups[1].Value) is { } whole && Digits(match.Groups[2].Value) is { } part
            && decimal.Parse(whole, CultureInfo.InvariantCulture) is > 0 and var of ? InPercent(decimal.Parse(part, CultureInfo.InvariantCulture), of) : match.Value);
        text = Tenths().Replace(text, match => Digits(match.Groups[1].Value) + (match.Groups[2].Value switch { "" => "0", "半" => "5", var rest => Digits(rest) }) + "%");
        text = PerTenChinese().Replace(text, match => InPercent(decimal.Parse(Digits(match.Groups[2].Value)!, CultureInfo.InvariantCulture), decimal.Parse(Digits(match.Groups[1].Value)!, CultureInfo.InvariantCulture)));
        text = Clock().Replace(text, match => Hour(match.Groups["hour"].Value, match.Groups["half"].Value));
        text = ChinesePercent().Replace(text, match => Digits(match.Groups[1].Value) is { } number ? number + "%" : match.Value);
        text = Chinese().Replace(text, match => Digits(match.Value) ?? match.Value);
        return Ratio().Replace(Shared().Replace(Range().Replace(text, "$1%$2"), "$1 ${end}$2"), PartOf);
    }

    /// <summary>The same with the halves of a year as H1 and H2, as quarters are Q1 to Q4.</summary>
    public static string WithHalves(string folded) =>
        Half().Replace(InDigits(folded), match => match.Value[0] is '上' or 'f' or 'F' ? " H1 " : " H2 ");

    /// <summary>Of one English word; "a" is one.</summary>
    public static string DigitsOf(string word) => Number(Words.GetValueOrDefault(word, 1));

    private static string MonthAndDay(Match date)
    {
        var month = Number(Months[date.Groups["month"].Value[..3]]);
        var day = date.Groups["day"].Value;
        return day.Length == 0 ? $" {month}月 " : $" {month}月 {day}日 ";
    }

    private static string PartOf(Match ratio) =>
        InPercent(ratio.Groups["part"].Value is ['1' or 'o' or 'O', ..] ? 1 : decimal.Parse(ratio.Groups["part"].Value, CultureInfo.InvariantCulture), decimal.Parse(ratio.Groups["whole"].Value, CultureInfo.InvariantCulture));

    /// <summary>On a clock of 24 hours.</summary>
    private static string Hour(string hour, string half)
    {
        var read = int.Parse(Digits(hour)!, CultureInfo.InvariantCulture);
        var isMidnight = read == 12 && half[0] is 'a' or 'A' or '凌' or '晚' or '当';
        var isLate = read < 12 && half[0] is 'p' or 'P' or '下' or '晚' or '当' or '傍';
        return $" {(isMidnight ? 0 : isLate ? read + 12 : read)}时";
    }

    private static string InPercent(decimal part, decimal whole) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * part / whole, 2):0.##}%");

    private static decimal Parts(string word) => word.ToLowerInvariant() switch { "two" => 2, "three" => 3, "four" => 4, _ => 1 };

    private static decimal Wholes(string word) => word.ToLowerInvariant().TrimEnd('s') switch { "hal" or "half" => 2, "third" => 3, "quarter" => 4, "fifth" => 5, "eighth" => 8, "tenth" => 10, _ => 6 };

    /// <summary>Of a numeral in digits or Chinese characters; null where it is none.</summary>
    internal static string? Digits(string number) => char.IsAsciiDigit(number[0]) ? number : ChineseNumeral.Read(number);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<KeyValuePair<string, int>> Numbered(string words, int first, int step) =>
        words.Split(' ').Select((word, i) => KeyValuePair.Create(word, first + i * step));

    [GeneratedRegex(@"(?<![0-9])((?:19|20)[0-9]{2})[-/]([01]?[0-9])[-/]([0-3]?[0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    /// <summary>"May" and "March" are words too: the one wants a date beside it, the other a capital.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z0-9.,])(?:(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? )?(?<month>January|February|March|April|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= [0-9])|" +
        @"May(?=,? [0-9])|(?<=\b(?:[Ii]n|[Bb]y|[Oo]f|[Ee]arly|[Ll]ate|[Mm]id|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]his|[Ll]ast|[Nn]ext|[Tt]hrough|[0-9]{1,2})[ -])May)(?![A-Za-z])\.?(?: (?:the )?(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%]|[.,][0-9]| (?:percent|per cent|million|billion|thousand)))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex("(?<!每)(?:星期|礼拜|周)([一二三四五六日天])(?![年个期])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseWeekday();

    [GeneratedRegex(@"\b(first|second|third|fourth)[ -]quarter\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();

    /// <summary>"One" is more often a pronoun than a number: only before a unit is it read.</summary>
    [GeneratedRegex(
        @"(?<![A-Za-z-])(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|" +
        @"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|two|three|four|five|six|seven|eight|nine|" +
        @"one(?= (?:hundred|thousand|million|billion|trillion|percent|per cent|second|minute|hour|day|week|month|quarter|year)))(?![A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"(?i)\b(?:first|second)[ -]half\b|[上下]半年", RegexOptions.CultureInvariant)]
    private static partial Regex Half();

    [GeneratedRegex(@"(?i)\b(?:(?<part>two|three|four)[ -](?<whole>third|fifth|sixth|eighth|tenth)s\b|(?<part>an?|one)[ -](?<whole>third|fifth|sixth|eighth|tenth)\b(?= (?:of|more|less|fewer|higher|lower|faster|slower|cheaper|larger|smaller|bigger|longer|shorter|by|in|from|to|since|on|for|as|that|below|above|compared|after|over|when|while|and)\b|[,.;:)]|$)|(?<part>an?|one)[ -](?<whole>quarter)(?= (?:of|more|less|fewer|faster|cheaper|higher|lower)\b)|(?<=\bby (?:about |nearly |almost |roughly |around |over |more than )?)(?<part>an?|one)[ -](?<whole>quarter)\b|(?<part>three)[ -](?<whole>quarter)s|(?<!first |second |latter |other |1st |2nd )(?<part>)(?<whole>half)(?= (?:of|the|its|their|a)\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex("([二三四五六七八九十]|[0-9]{1,3})分之([一二三四五六七八九]|[0-9]{1,3})", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseFraction();

    [GeneratedRegex("([一二两三四五六七八九])成([一二三四五六七八九半](?![个家款种条项名位人次年月日号天]))?(?![立为本员功果都长熟交就分绩品型套])", RegexOptions.CultureInvariant)]
    private static partial Regex Tenths();

    /// <summary>每 10 人中有 9 人.</summary>
    [GeneratedRegex("每 ?([1-9][0-9]{0,3}|[二三四五六七八九十百]) ?[名位个]?人[中里]?(?:就|约|便)?有 ?([0-9]{1,3}|[一二两三四五六七八九]) ?[名位个]?人", RegexOptions.CultureInvariant)]
    private static partial Regex PerTenChinese();

    [GeneratedRegex(@"(?i)(?<![0-9.,:])(?<hour>1[0-2]|[1-9]) ?(?<half>[ap])\.?m\b\.?|(?<half>上午|凌晨|清晨|早上|下午|晚上?|当晚|傍晚) ?(?<hour>2[0-4]|1[0-9]|[1-9]|十[一二]?|[一二两三四五六七八九]) ?[时點点](?!钟头)", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("百分之([零〇一二两三四五六七八九十百点]{1,20}|[0-9]{1,18}(?:\\.[0-9]+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex ChinesePercent();

    /// <summary>
    /// A numeral counts where a measure word follows: 三家, 十二个月, but not 三星 or 四川. 一 is mostly an article, and 十分 an adverb.
    /// </summary>
    [GeneratedRegex(
        "(?<![几数上])(?<!第(?![一二三四]个?季))(?:(?:[一二两三四五六七八九]|十[一二三四五六七八九]?)[十百千万亿](?![分一百千])[零〇一二两三四五六七八九十百千万亿点]{0,20}|一(?=(?: ?[年月日号天周倍成亿万]|个月|个?小时|分钟|个?季度))|(?:一(?=[零〇一二两三四五六七八九十百千万亿点])|[二两三四五六七八九十])[零〇一二两三四五六七八九十百千万亿点]{0,20}" +
        "(?= ?(?:[到至](?=[0-9一二两三四五六七八九十])|次(?![方元型]|函数|曲线|开发|创作|加工|污染)|[个家款种条项名位人倍年月日号天周小秒季美元欧英成台座吨公米件起部篇轮届岁折期批套艘辆架颗枚张份%]|分钟|百分点)))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    /// <summary>"One in five" is a fifth of them.</summary>
    [GeneratedRegex(@"(?i)(?<![0-9.,A-Za-z])(?:(?<part>one|1) (?:in|out of)(?: every)? (?<whole>[2-9]|[1-9][0-9]{1,2})|(?<part>[2-9]) (?:in|out of)(?: every)? (?<whole>10|20|100)|(?<part>2) in (?<whole>3)|(?<part>3) in (?<whole>[45]))(?![0-9,.]?[0-9]| (?:January|days|weeks|months|years|hours|games|matches|meetings))", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    /// <summary>Both ends of "2 to 3 million" are millions, of "9 至 12 个月" months.</summary>
    [GeneratedRegex(@"(?<![0-9.,A-Za-z-])([0-9]+(?:\.[0-9]+)?)( ?(?:-|–|~|至|到| to | and | or ) ?[0-9]+(?:\.[0-9]+)? ?(?<end>million\b|billion\b|trillion\b|thousand\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b|万亿|亿|万|个月|小时|天|周|年|个百分点))", RegexOptions.CultureInvariant)]
    private static partial Regex Shared();

    /// <summary>Both ends of "5-10%" are percentages.</summary>
    [GeneratedRegex(@"(?<![0-9.])([0-9]+(?:\.[0-9]+)?)( ?(?:-|–|—|~|至|到| to | and ) ?[0-9]+(?:\.[0-9]+)? ?(?:%|percent\b|per cent\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
