using System.Globalization;

namespace Pipeline.Analysis.Grounding;

/// <summary>Reads Chinese numerals: 三十五, 一亿二千万, 二〇二六, 三点五.</summary>
internal static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>In plain digits; null for what is no number, such as 三四 (three or four).</summary>
    public static string? Read(string numeral)
    {
        var halves = numeral.Split('点');
        if (halves.Length > 2 || Whole(halves[0]) is not { } whole)
            return null;
        if (halves.Length == 1)
            return whole.ToString(CultureInfo.InvariantCulture);
        return Each(halves[1]) is { Length: > 0 } fraction ? string.Create(CultureInfo.InvariantCulture, $"{whole}.{fraction}") : null;
    }

    private static decimal? Whole(string numeral)
    {
        if (numeral.Length is 0 or > 20)
            return null;
        if (numeral.All(character => Digit(character) >= 0))
            return numeral.Length is 1 or 4 ? decimal.Parse(Each(numeral)!, CultureInfo.InvariantCulture) : null;
        return Sum(numeral);
    }

    private static decimal? Sum(string numeral)
    {
        decimal total = 0, section = 0;
        var digit = -1;
        foreach (var character in numeral)
        {
            if (Digit(character) is >= 0 and var next)
            {
                if (digit > 0)
                    return null;
                digit = next;
                continue;
            }

            var scale = Scale(character);
            if (scale < 10_000)
                section += (digit < 0 ? 1 : digit) * scale;
            else
                (total, section) = ((total + section + Math.Max(digit, 0)) * scale, 0);
            digit = -1;
        }

        return total + section + Math.Max(digit, 0);
    }

    private static string? Each(string digits) =>
        digits.All(character => Digit(character) >= 0) ? string.Concat(digits.Select(character => (char)('0' + Digit(character)))) : null;

    private static int Digit(char character) => character switch
    {
        '〇' => 0,
        '两' => 2,
        _ => Digits.IndexOf(character, StringComparison.Ordinal),
    };

    private static decimal Scale(char character) => character switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, _ => 100_000_000 };
}
