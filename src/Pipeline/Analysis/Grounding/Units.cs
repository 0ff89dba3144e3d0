using System.Collections.Frozen;
using System.Globalization;

namespace Pipeline.Analysis.Grounding;

/// <summary>Multipliers and units, each with its spellings in both languages.</summary>
internal static class Units
{
    /// <summary>Each with its zeros.</summary>
    private static readonly FrozenDictionary<string, decimal> Scales =
        ("hundred 2|thousand 3|k 3|million 6|mn 6|m 6|billion 9|bn 9|b 9|trillion 12|tn 12|t 12|" +
         "百 2|千 3|万 4|十万 5|百万 6|千万 7|亿 8|十亿 9|百亿 10|千亿 11|万亿 12")
        .Split('|').Select(line => line.Split(' '))
        .ToFrozenDictionary(parts => parts[0], parts => decimal.Parse("1e" + parts[1], NumberStyles.Float, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Names = Read("""
        % = percent, per cent, pct
        point = percentage point, percentage points, 个百分点, 百分点
        bp = basis point, basis points, 个基点, 基点
        USD = $, US$, dollar, dollars, 美元, 美金
        CNY = ¥, RMB, yuan, 元, 块钱, 元人民币, 人民币
        EUR = €, euro, euros, 欧元
        GBP = £, pound, pounds, 英镑
        JPY = yen, 日元
        HKD = HK$, 港元, 港币
        second = seconds, sec, secs, 秒, 秒钟
        minute = minutes, min, mins, 分钟
        hour = hours, hr, hrs, 小时, 个小时
        day = days, 天
        week = weeks, 周, 个星期
        month = months, 个月
        year = years, 年
        date = 日, 号
        month-of-year = 月
        quarter = quarters, 季度, 个季度
        times = x, 倍, fold
        degree = degrees, 度
        KB = kb
        ms = milliseconds, millisecond, 毫秒
        μs = microseconds, microsecond, 微秒
        ns = nanoseconds, nanosecond, 纳秒
        kg = kilograms, kilogram, 公斤, 千克
        mg = milligrams, milligram, 毫克
        g = grams, gram, 克
        l = litres, litre, liters, liter, 升
        m = metres, metre, meters, meter, 米
        mm = millimetres, millimetre, millimeters, millimeter, 毫米
        cm = centimetres, centimetre, centimeters, centimeter, 厘米
        μm = micrometres, micrometre, micrometers, micrometer, 微米
        mile = miles, 英里
        hectare = hectares, 公顷
        barrel = barrels, 桶
        W = watts, watt, 瓦
        GWh = gigawatt-hours, gigawatt-hour, gigawatt hours, gigawatt hour, 吉瓦时, 吉瓦小时
        MWh = megawatt-hours, megawatt-hour, megawatt hours, megawatt hour, 兆瓦时, 兆瓦小时
        kWh = kilowatt-hours, kilowatt-hour, kilowatt hours, kilowatt hour, 千瓦时, 千瓦小时
        TWh = terawatt-hours, terawatt hours, 太瓦时
        GW = gigawatts, gigawatt, 吉瓦
        MW = megawatts, megawatt, 兆瓦
        kW = kilowatts, kilowatt, 千瓦
        km = kilometres, kilometre, kilometers, kilometer, 公里, 千米
        nm = nanometres, nanometre, nanometers, nanometer, 纳米
        ton = tons, tonne, tonnes, 吨
        """);

    public static decimal ScaleOf(string multiplier) => Scales.GetValueOrDefault(multiplier, 1);

    /// <summary>The unit's one name; what is not listed is its own name.</summary>
    public static string NameOf(string unit) => Names.GetValueOrDefault(unit, unit);

    private static FrozenDictionary<string, string> Read(string table)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var parts = line.Split(" = ");
            foreach (var spelling in parts[1].Split(", "))
                names[spelling] = parts[0];
            names[parts[0]] = parts[0];
        }

        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
