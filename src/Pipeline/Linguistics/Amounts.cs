using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Linguistics;

/// <summary>A number as a text writes it, and the same in every spelling: <c>$1.2 billion</c> and <c>12 亿美元</c> are both <c>#1200000000</c>.</summary>
public readonly record struct Amount(string Term);

public static partial class Amounts
{
    /// <summary>The amounts of a text, in its order. Digits glued to letters (GPT-4, 5G, v2.1) belong to a name and are none.</summary>
    /// <param name="text">After <see cref="Normalization.Nfkc"/>.</param>
    public static IEnumerable<Amount> In(string text)
    {
        for (var match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            if (TermOf(match) is { } term)
                yield return new Amount(term);
        }
    }

    private static string? TermOf(Match parts)
    {
        var digits = parts.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var unit = parts.Groups["unit"].Value.ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"#{number * Scale(unit):0.####}{(unit is "%" or "percent" ? "%" : "")}");
    }

    private static decimal Scale(string unit) => unit switch
    {
        "trillion" or "tn" or "万亿" => 1e12m,
        "billion" or "bn" or "b" => 1e9m,
        "亿" => 1e8m,
        "千万" => 1e7m,
        "million" or "mn" or "m" or "百万" => 1e6m,
        "万" => 1e4m,
        "thousand" or "k" => 1e3m,
        _ => 1,
    };

    [GeneratedRegex(
        @"(?<![A-Za-z\d.,-])(?<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?)(?: ?(?<unit>trillion|billion|million|thousand|percent|tn|bn|mn|万亿|千万|百万|亿|万|%|[bmk](?![A-Za-z])))?(?![A-Za-z\d]|\.\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
