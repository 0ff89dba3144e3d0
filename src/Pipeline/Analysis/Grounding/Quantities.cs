using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>The numbers, amounts, percentages and dates of a text. Digits that belong to a name (GPT-5, 4o, v2.1) are none.</summary>
internal static partial class Quantities
{
    /// <param name="folded">See <see cref="Folding"/>.</param>
    public static IReadOnlyList<Quantity> In(string folded) => [.. Placed(Numerals.WithHalves(folded)).Select(placed => placed.Quantity)];

    /// <param name="digits">See <see cref="Numerals.WithHalves"/>.</param>
    public static IReadOnlyList<(Quantity Quantity, int Start)> Placed(string digits)
    {
        var found = new List<(Quantity, int)>();
        for (var match = Pattern().Match(digits); match.Success; match = match.NextMatch())
            if (Read(match) is { } quantity)
                found.Add((quantity, match.Index));
        return found;
    }

    private static Quantity? Read(Match match)
    {
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        if (digits.Length > 18 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var value = number * Units.ScaleOf(match.Groups["scale"].Value);
        return new Quantity(value, UnitOf(match, value), match.Value.Trim());
    }

    private static string UnitOf(Match match, decimal value)
    {
        if (match.Groups["quarter"].Success)
            return "quarter";
        if (match.Groups["half"].Success)
            return "half";
        if (match.Groups["weekday"].Success)
            return "weekday";
        var unit = match.Groups["currency"].Success ? match.Groups["currency"].Value.Trim() : match.Groups["unit"].Value;
        return unit == "年" && value is >= 1900 and < 2200 ? "" : Units.NameOf(unit);
    }

    [GeneratedRegex(
        @"(?<![A-Za-z0-9.]|[A-Za-z][-.])(?:(?<currency>US\$|HK\$|\$|€|£|¥|RMB ?|USD ?|EUR ?|GBP ?) ?|(?<quarter>Q(?=[1-4](?![0-9])))|(?<half>H(?=[12](?![0-9])))|(?<weekday>星期))?" +
        @"(?<number>(?>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?))(?:st|nd|rd|th)?(?!\.[0-9])" +
        @"(?:(?:[ -]?(?<scale>(?i:hundred|thousand|million|billion|trillion|bn|mn|tn))|(?<scale>[kKmMbBT])| ?[多余]? ?(?<scale>万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百))(?!(?<=[A-Za-z])[A-Za-z]))?" +
        @"(?:[ -]?[多余]?(?<unit>(?i:percentage points?|percent|per cent|pct|basis points?|dollars?|yuan|RMB|euros?|pounds?|yen|milliseconds?|microseconds?|nanoseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?(?!-olds?)|quarters?|fold|tonnes?|tons?|degrees?|kilograms?|milligrams?|grams?|litres?|liters?|kilomet(?:re|er)s?|millimet(?:re|er)s?|centimet(?:re|er)s?|micromet(?:re|er)s?|nanomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|hectares?|acres?|barrels?|(?:kilo|mega|giga|tera)watt[ -]hours?|kilowatts?|megawatts?|gigawatts?|terawatts?|watts?)|" +
        @"USD|EUR|GBP|CNY|HKD|KB|MB|GB|TB|PB|kWh|MWh|GWh|TWh|kW|MW|GW|TW|ms|μm|Hz|kHz|MHz|GHz|nm|mm|cm|km|kg|x|times|%|个?百分点|个?基点|美元|美金|欧元|英镑|日元|港[元币]|元人民币|人民币|元|块钱|" +
        @"毫秒|微秒|纳秒|秒钟?|分钟|个?小时|天|个星期|周|个月|月|年|日|号|个?季度|倍|(?:[吉兆千太]瓦|瓦)(?:时|小时)?|公里|千米|厘米|毫米|微米|纳米|平方米|平方公里|公顷|亩|英里|米|公斤|千克|毫克|微克|克|毫升|升|桶|吨|摄氏度|度))?" +
        @"(?!(?<=[A-Za-z0-9])[A-Za-z0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
