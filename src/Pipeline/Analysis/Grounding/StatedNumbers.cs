using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>The numbers that passages state, in whichever form, and whether they bear a claim's number.</summary>
internal sealed partial class StatedNumbers
{
    private readonly List<Quantity> _stated;

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public StatedNumbers(IEnumerable<string> folded) => _stated = [.. folded.SelectMany(passage => Quantities.In(passage).Concat(Implied(passage)))];

    /// <param name="isRough">The claim says "about" or "nearly" of the number.</param>
    public bool Support(Quantity claimed, bool isRough) =>
        _stated.Exists(stated => stated.Supports(claimed) || Durations.AreEqual(stated, claimed) || IsRounded(stated, claimed) || (isRough && IsNear(stated, claimed)))
        || (claimed.Unit == "%" && IsShare(claimed.Value));

    /// <summary>"Doubled" is 2 times and 100 %, "halved" 50 %.</summary>
    private static IEnumerable<Quantity> Implied(string passage) =>
        [.. Double().IsMatch(passage) ? Twice : [], .. Triple().IsMatch(passage) ? Thrice : [], .. Halve().IsMatch(passage) ? Half : []];

    private static readonly Quantity[] Twice = [new(2, "times", ""), new(1, "times", ""), new(100, "%", "")];
    private static readonly Quantity[] Thrice = [new(3, "times", ""), new(2, "times", ""), new(200, "%", "")];
    private static readonly Quantity[] Half = [new(50, "%", ""), .. Twice];

    /// <summary>33 % of a third: rounded to as many places as the claim gives.</summary>
    private static bool IsRounded(Quantity stated, Quantity claimed) =>
        stated.Unit == claimed.Unit && stated.Unit == "%" && stated.Value != Math.Truncate(stated.Value) && Math.Round(stated.Value, claimed.Value.Scale, MidpointRounding.AwayFromZero) == claimed.Value;

    private static bool IsNear(Quantity stated, Quantity claimed) =>
        (stated.Unit == claimed.Unit || claimed.Unit.Length == 0) && stated.Unit is not (Quantity.Date or "month-of-year" or "quarter" or "half" or "weekday") && stated.Value > 9
        && Digits(claimed.Value) < Digits(stated.Value) && Math.Abs(stated.Value - claimed.Value) <= stated.Value * 0.04m;

    /// <summary>Significant digits.</summary>
    private static int Digits(decimal value) =>
        Math.Max(1, value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length);

    /// <summary>One stated number is that share of another.</summary>
    private bool IsShare(decimal percent) =>
        _stated.Where(part => part.Value > 0 && part.Unit != "%").Any(part => _stated.Exists(whole => whole.Value > part.Value && whole.Value > 20 && whole.Unit == part.Unit && Math.Abs(100 * part.Value / whole.Value - percent) < 0.05m));

    [GeneratedRegex(@"(?i)\bdoubl(?:e[sd]?|ing)\b|\btwice\b|\btwofold\b|翻[了一]?[番倍]|[增长加涨升高多贵](?:了|逾|超过|近|约)?一倍|两倍", RegexOptions.CultureInvariant)]
    private static partial Regex Double();

    [GeneratedRegex(@"(?i)\btripl(?:e[sd]?|ing)\b|\bthreefold\b|[增长加涨升高](?:了|逾|超过|近|约)?两倍|三倍", RegexOptions.CultureInvariant)]
    private static partial Regex Triple();

    [GeneratedRegex(@"(?i)\bhalv(?:e[sd]?|ing)\b|\bhalf\b|一半|半数|过半|减半|腰斩", RegexOptions.CultureInvariant)]
    private static partial Regex Halve();
}
