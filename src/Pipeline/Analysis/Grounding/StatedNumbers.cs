using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>The numbers that passages state, in whichever form, and whether they bear a claim's number.</summary>
internal sealed partial class StatedNumbers
{
    /// <summary>Above it every number is the difference of some two.</summary>
    private const int MostToReckonWith = 24;

    private readonly List<Quantity> _stated = [];
    private readonly List<Quantity> _amounts;
    private readonly bool _speaksOfTheRest;

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public StatedNumbers(IReadOnlyList<string> folded)
    {
        _speaksOfTheRest = folded.Any(Rest().IsMatch);
        foreach (var passage in folded)
            Read(passage, Numerals.WithHalves(passage));
        _amounts = [.. _stated.Where(IsAmount).DistinctBy(amount => (amount.Value, amount.Unit)).Take(MostToReckonWith)];
    }

    private void Read(string passage, string digits)
    {
        _stated.AddRange(Quantities.Placed(digits).Select(placed => placed.Quantity));
        _stated.AddRange(Implied(passage));
        _stated.AddRange(Months().Matches(digits).Select(InYear).OfType<Quantity>());
        _stated.AddRange(Spoken(digits));
    }

    /// <summary>What other words make of its numbers: 前 11 月 are 11 months and 前三季度 nine, 3 小时 40 分钟 a number of hours, "points" behind a percentage are points of it, 每百万 is a million.</summary>
    private static IEnumerable<Quantity> Spoken(string digits)
    {
        foreach (Match part in Part().Matches(digits))
            if (part.Groups["months"].Success)
                yield return new(Value(part, "months"), "month", "");
            else if (part.Groups["quarters"].Success)
                yield return new(3 * Value(part, "quarters"), "month", "");
            else if (part.Groups["hours"].Success)
                yield return new(Math.Round(Value(part, "hours") + Value(part, "minutes") / 60, 2), "hour", "");
            else if (part.Groups["points"].Success && digits.Contains('%', StringComparison.Ordinal))
                yield return new(Value(part, "points"), "point", "");
            else if (part.Groups["each"].Success)
                yield return new(Units.ScaleOf(part.Groups["each"].Value), "", "");
    }

    private static decimal Value(Match part, string group) => decimal.Parse(part.Groups[group].Value, CultureInfo.InvariantCulture);

    public bool Support(Quantity claimed, Roughness rough) =>
        _stated.Exists(stated => stated.Supports(claimed) || Measures.AreEqual(stated, claimed) || IsRounded(stated, claimed) || IsUnnamed(stated, claimed) || IsNear(stated, claimed, rough))
        || (claimed.Unit == "%" && IsShare(claimed.Value, rough)) || (claimed.Unit == "times" && IsMultiple(claimed.Value, rough)) || IsReckoned(claimed);

    /// <summary>Whether the third of something, or three of it, is spoken of.</summary>
    public bool Bear(int ordinal) => _stated.Exists(stated => stated.Value == ordinal);

    /// <summary>"Doubled" is 2 times and 100 %, "halved" 50 %, "a week" one; 三国 and "third" hold a three.</summary>
    private static IEnumerable<Quantity> Implied(string passage)
    {
        foreach (var quantity in (IEnumerable<Quantity>)[.. Double().IsMatch(passage) ? Twice : [], .. Triple().IsMatch(passage) ? Thrice : [], .. Halve().IsMatch(passage) ? Half : []])
            yield return quantity;
        foreach (Match single in Single().Matches(passage))
            yield return new(1, Units.NameOf(single.Groups[1].Value.ToLowerInvariant()), "");
        foreach (Match numeral in Han().Matches(passage))
            if (ChineseNumeral.Read(numeral.Value) is { } digits)
                yield return new(decimal.Parse(digits, CultureInfo.InvariantCulture), "", "");
        foreach (var (value, _) in Ordinals.In(passage))
            yield return new(value, Ordinals.Unit, "");
    }

    /// <summary>The quarter or half of a year that some months are.</summary>
    private static Quantity? InYear(Match months)
    {
        var end = int.Parse(months.Groups["end"].Value, CultureInfo.InvariantCulture);
        var start = months.Groups["start"].Success ? int.Parse(months.Groups["start"].Value, CultureInfo.InvariantCulture) : end - 2;
        return (end % 3, end % 6, end - start) switch { (0, _, 2) => new(end / 3, "quarter", ""), (_, 0, 5) => new(end / 6, "half", ""), _ => null };
    }

    private static readonly Quantity[] Twice = [new(2, "times", ""), new(1, "times", ""), new(100, "%", "")];
    private static readonly Quantity[] Thrice = [new(3, "times", ""), new(2, "times", ""), new(200, "%", "")];
    private static readonly Quantity[] Half = [new(50, "%", ""), .. Twice];

    /// <summary>33 % of a third, $1.2bn of $1.24bn, two thirds of 67 %: rounded to as many places as the shorter has, if these are not too few.</summary>
    private static bool IsRounded(Quantity stated, Quantity claimed)
    {
        if (stated.Unit != claimed.Unit || stated.IsDate || stated.Value == 0)
            return false;
        if (stated.Unit == "%" && IsFraction(claimed.Value) && stated.Value == Math.Truncate(stated.Value))
            return Math.Abs(stated.Value - claimed.Value) < 0.5m;
        var (off, digits) = (Math.Abs(stated.Value - claimed.Value) / stated.Value, Digits(claimed.Value));
        return (stated.Unit == "%" && stated.Value != Math.Truncate(stated.Value) && Math.Round(stated.Value, claimed.Value.Scale, MidpointRounding.AwayFromZero) == claimed.Value)
            || (digits > 1 && digits < Digits(stated.Value) && stated.Value > 1_000 && off < (digits == 2 ? 0.05m : 0.005m) && Math.Abs(stated.Value - claimed.Value) <= Place(claimed.Value) / 2);
    }

    /// <summary>Thirds and sixths, which <see cref="Numerals"/> writes with two places.</summary>
    private static bool IsFraction(decimal percent) => percent.Scale == 2 && (IsHundreds(3 * percent) || IsHundreds(6 * percent));

    private static bool IsHundreds(decimal value) => Math.Abs(value - 100 * Math.Round(value / 100)) <= 0.03m;

    /// <summary>What one more in the last significant digit would add.</summary>
    private static decimal Place(decimal value)
    {
        var place = 1m;
        while (value % (place * 10) == 0)
            place *= 10;
        return place;
    }

    private static bool IsNear(Quantity stated, Quantity claimed, Roughness rough)
    {
        if (rough == Roughness.None || (stated.Unit != claimed.Unit && claimed.Unit.Length > 0) || stated.IsDate || (stated.Value <= 9 && stated.Value == Math.Truncate(stated.Value)) || Digits(claimed.Value) >= Digits(stated.Value))
            return false;
        var ratio = stated.Value / Math.Max(claimed.Value, 0.01m);
        return ratio is >= 0.96m and <= 1.04m || (rough == Roughness.Over && ratio is > 1 and < 1.25m) || (rough == Roughness.Under && ratio is > 0.9m and < 1);
    }

    /// <summary>"3.1 billion euros and 420 million in aid": an amount after one with its currency may leave it out. Three times are three of anything.</summary>
    private bool IsUnnamed(Quantity stated, Quantity claimed) =>
        stated.Value == claimed.Value && (IsOrdinal(stated, claimed) || (stated.Unit.Length == 0 && IsBare(stated, claimed)));

    /// <summary>The third day running is three days; the 6th is a day of the month.</summary>
    private static bool IsOrdinal(Quantity stated, Quantity claimed) =>
        (stated.Unit == Ordinals.Unit && claimed.Unit is "" or "day" or "week" or "month" or "year" or "times") || (stated.Unit == Quantity.Date && claimed.Unit.Length == 0 && char.IsAsciiLetter(claimed.Written[^1]));

    private bool IsBare(Quantity stated, Quantity claimed) =>
        (claimed.Unit == "times" && claimed.Written.EndsWith("times", StringComparison.OrdinalIgnoreCase))
        || (stated.Value >= 100_000 && claimed.Unit is "USD" or "EUR" or "GBP" or "CNY" or "JPY" or "HKD" && _stated.Exists(other => other.Unit == claimed.Unit));

    /// <summary>Significant digits.</summary>
    private static int Digits(decimal value) =>
        Math.Max(1, value.ToString("0.############", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length);

    /// <summary>One stated amount is so many times another, or so many times more; said roughly, within a tenth, and as "over" or "nearly" it says.</summary>
    private bool IsMultiple(decimal times, Roughness rough) =>
        _amounts.Exists(more => _amounts.Exists(less => more.Unit == less.Unit && more.Unit is not ("" or "%") && less.Value < more.Value
            && (IsSo(more.Value / less.Value, times, rough) || IsSo(more.Value / less.Value - 1, times, rough))));

    private static bool IsSo(decimal reckoned, decimal claimed, Roughness rough) => claimed > 0 && (reckoned / claimed, rough) switch
    {
        ( >= 0.98m and <= 1.02m, _) => true,
        ( >= 0.93m and <= 1.07m, Roughness.About) => true,
        ( > 1 and < 1.3m, Roughness.Over) => true,
        ( > 0.88m and < 1, Roughness.Under) => true,
        _ => false,
    };

    /// <summary>One stated number is that share of another.</summary>
    private bool IsShare(decimal percent, Roughness rough) =>
        _amounts.Exists(part => _amounts.Exists(whole => whole.Value > part.Value && (whole.Value > 20 ? whole.Unit != "%" : Math.Truncate(percent) is 20 or 25 or 33 or 50 or 66 or 75 && whole.Unit == "%") && whole.Unit == part.Unit && (Math.Abs(100 * part.Value / whole.Value - percent) < 0.05m || (rough != Roughness.None && whole.Unit.Length > 0 && IsSo(100 * part.Value / whole.Value, percent, rough)))));

    /// <summary>The difference or the sum of two stated numbers, or what they leave of a hundred per cent where the rest is spoken of.</summary>
    private bool IsReckoned(Quantity claimed)
    {
        if (claimed.IsDate || claimed.Value == 0 || (claimed.Unit.Length == 0 && claimed.Value is < 2 or >= 1900 and < 2200))
            return false;
        var unit = claimed.Unit == "point" ? "%" : claimed.Unit;
        var terms = _amounts.Where(amount => amount.Unit == unit || claimed.Unit.Length == 0).ToList();
        if (claimed.Unit == "%" && _speaksOfTheRest && (terms.Exists(part => part.Value + claimed.Value == 100) || terms.Exists(one => terms.Exists(other => one != other && one.Value + other.Value + claimed.Value == 100))))
            return true;
        var shifts = claimed.Unit == "%" ? _amounts.Where(amount => amount.Unit == "point").ToList() : terms;
        return terms.Exists(left => shifts.Exists(right => (left.Unit == right.Unit || right.Unit == "point") && (left.Value - right.Value == claimed.Value || (left != right && left.Value + right.Value == claimed.Value))));
    }

    /// <summary>What can be reckoned with: no date, and no year, which alone is written in four plain digits.</summary>
    private static bool IsAmount(Quantity quantity) =>
        quantity.Value > 0 && quantity.Written.Length > 0 && !quantity.IsDate && !(quantity.Unit.Length == 0 && quantity.Value is >= 1900 and < 2200 && !quantity.Written.Contains(',', StringComparison.Ordinal));

    /// <summary>7 至 9 月, the three months to September.</summary>
    [GeneratedRegex(@"(?<![0-9])(?<start>1[0-2]|[1-9]) ?月? ?(?:[至到–-]|to|through) ?(?<end>1[0-2]|[1-9]) ?月|\b3[ -]months? (?:to|ended|ending|through|until)(?: the end of)? +(?<end>1[0-2]|[1-9])月", RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"前 ?(?<months>[0-9]{1,2}) ?个?月|(?:前 ?(?<quarters>[23]) ?个?季度|\bfirst (?<quarters>[23]) quarters\b)|(?<![0-9.])(?<hours>[0-9]{1,3}) ?(?:hours?|个?小时)(?: and)? ?(?<minutes>[0-9]{1,2}) ?(?:minutes?|分钟?)|(?<![0-9.])(?<points>[0-9]{1,6}(?:\.[0-9]{1,6})?) points?\b|[每/](?<each>百万|千万|千|万|亿)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"(?i)\b(?:an?|one) (second|minute|hour|day|week|month|quarter|year)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Single();

    [GeneratedRegex("(?<!第)(?:[二两三四五六七八九]|[一二两三四五六七八九十百千]{2,8}|十)(?![成倍分点一二两三四五六七八九十百千万亿])", RegexOptions.CultureInvariant)]
    private static partial Regex Han();

    [GeneratedRegex(@"(?i)\b(?:rest|remaining|remainder|balance)\b|其余|剩余|余下|其他", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"(?i)\bdoubl(?:e[sd]?|ing)\b|\btwice\b|\btwofold\b|翻[了一]?[番倍]|[增长加涨升高多贵](?:了|逾|超过|近|约)?一倍|两倍", RegexOptions.CultureInvariant)]
    private static partial Regex Double();

    [GeneratedRegex(@"(?i)\btripl(?:e[sd]?|ing)\b|\bthreefold\b|[增长加涨升高](?:了|逾|超过|近|约)?两倍|三倍", RegexOptions.CultureInvariant)]
    private static partial Regex Triple();

    [GeneratedRegex(@"(?i)\bhalv(?:e[sd]?|ing)\b|\bhalf\b|一半|半数|过半|减半|腰斩", RegexOptions.CultureInvariant)]
    private static partial Regex Halve();
}
