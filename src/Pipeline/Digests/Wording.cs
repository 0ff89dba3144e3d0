using System.Globalization;

namespace Pipeline.Digests;

/// <summary>The small words and marks that stand between text and links; sentences and headings stand in the templates.</summary>
internal sealed record Wording
{
    public required string Language { get; init; }

    public required string Open { get; init; }

    public required string Close { get; init; }

    public required string Comma { get; init; }

    public required string Stop { get; init; }

    /// <summary>Between two sentences.</summary>
    public required string Gap { get; init; }

    public required string Others { get; init; }

    /// <summary>What marks a sentence as the editor's own.</summary>
    public required string Editor { get; init; }

    /// <summary>Around a text that has “ ” itself.</summary>
    public required (char Open, char Close) OtherQuotes { get; init; }

    /// <summary>Between a quotation's language and its links.</summary>
    public required string ForeignGap { get; init; }

    /// <summary>What the link to the whole week's items says.</summary>
    public required string Everything { get; init; }

    public required Func<string, string> Original { get; init; }

    /// <summary>What marks a case that an earlier week told first, from that week's label.</summary>
    public required Func<string, string> FirstTold { get; init; }

    /// <summary>What marks a case whose publisher gave it no date.</summary>
    public required string Undated { get; init; }

    /// <summary>A signal's date from <see cref="DataOutlook.Due"/>.</summary>
    public required Func<string, string> Due { get; init; }

    public required string Gone { get; init; }

    public required string Denied { get; init; }

    public required Func<string, string> Redirected { get; init; }

    /// <summary>The digest's title from the series' title, the label and the headline.</summary>
    public required Func<string, string, string, string> Title { get; init; }

    /// <summary>The raw-news page's description from the label and the numbers of items and publishers.</summary>
    public required Func<string, int, int, string> NewsDescription { get; init; }

    public required Func<int, string> Number { get; init; }

    public static Wording Chinese { get; } = new()
    {
        Language = "zh",
        Open = "（",
        Close = "）",
        Comma = "、",
        Stop = "。",
        Gap = "",
        Others = "等",
        Editor = "编者",
        OtherQuotes = ('「', '」'),
        ForeignGap = "，",
        Everything = "本周全部条目",
        Original = language => language switch { "en" => "英文原文", "ja" => "日文原文", _ => $"{language} 原文" },
        FirstTold = label => $"续报，首见于 {label}",
        Undated = "发布日期不详",
        Due = due => due.Split('-') switch
        {
            [var year, var month, var day] => $"{year} 年 {month.TrimStart('0')} 月 {day.TrimStart('0')} 日",
            [var year, var month] => $"{year} 年 {month.TrimStart('0')} 月底前",
            _ => $"{due} 年底前",
        },
        Gone = "链接已失效",
        Denied = "链接已略去",
        Redirected = domain => $"由 {domain} 跳转",
        Title = (series, label, headline) => $"{series}（{label}）：{headline}",
        NewsDescription = (label, items, publishers) =>
            string.Create(CultureInfo.InvariantCulture, $"{label} 的全部条目：{items} 条，来自 {publishers} 家发布方。"),
        Number = ChineseNumber,
    };

    public static Wording English { get; } = new()
    {
        Language = "en",
        Open = " (",
        Close = ")",
        Comma = ", ",
        Stop = ".",
        Gap = " ",
        Others = " and others",
        Editor = "editor",
        OtherQuotes = ('‘', '’'),
        ForeignGap = ", ",
        Everything = "all items of the week",
        Original = language => language switch { "zh" => "in Chinese", "ja" => "in Japanese", _ => $"original in {language}" },
        FirstTold = label => $"first told in {label}",
        Undated = "date not given",
        Due = due => due.Split('-') switch
        {
            [var year, var month, var day] => $"{day.TrimStart('0')} {Month(month)} {year}",
            [var year, var month] => $"by the end of {Month(month)} {year}",
            _ => $"by the end of {due}",
        },
        Gone = "dead link",
        Denied = "link left out",
        Redirected = domain => $"redirected from {domain}",
        Title = (series, label, headline) => $"{series} ({label}): {headline}",
        NewsDescription = (label, items, publishers) =>
            string.Create(CultureInfo.InvariantCulture, $"Every item of {label}: {items} from {publishers} {(publishers == 1 ? "publisher" : "publishers")}."),
        Number = number => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <exception cref="ArgumentException">Digests are written in Chinese and English.</exception>
    public static Wording Of(string language) => Primary(language) switch
    {
        "zh" => Chinese,
        "en" => English,
        _ => throw new ArgumentException($"A digest can be written in zh-CN and en, not in '{language}'.", nameof(language)),
    };

    /// <summary>What stands after an item's link; null where nothing is known against it.</summary>
    public string? Mark(DataItem item) => item.Link switch
    {
        "gone" => Gone,
        "denied" => Denied,
        "redirected" => Redirected(item.RedirectedFrom ?? ""),
        _ => null,
    };

    /// <summary>The primary subtag of a BCP 47 tag: <c>zh</c> of <c>zh-CN</c>.</summary>
    public static string Primary(string language) => language.Split('-', '_')[0].ToLowerInvariant();

    private static string Month(string number) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(int.Parse(number, CultureInfo.InvariantCulture));

    private static string ChineseNumber(int number)
    {
        const string digits = "零一二三四五六七八九";
        if (number is < 1 or > 99)
            return number.ToString(CultureInfo.InvariantCulture);
        var tens = (number / 10) switch { 0 => "", 1 => "十", var ten => $"{digits[ten]}十" };
        return number % 10 == 0 ? tens : tens + digits[number % 10];
    }
}
