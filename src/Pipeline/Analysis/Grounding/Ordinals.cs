using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Analysis.Grounding;

/// <summary>Which one of several: "third", 第三. A first or a second is too often an idiom, or a time.</summary>
internal static partial class Ordinals
{
    public const string Unit = "ordinal";

    private static readonly string[] English = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <param name="folded">See <see cref="Folding"/>.</param>
    public static IEnumerable<(int Value, string Written)> In(string folded)
    {
        foreach (Match match in Pattern().Matches(folded))
            if (Array.IndexOf(English, match.Value.ToLowerInvariant().Replace("a ", "", StringComparison.Ordinal)) is >= 0 and var at)
                yield return (at + 3, match.Value);
            else if (Digits(match.Groups["han"].Value) is { } digits)
                yield return (digits, match.Value);
    }

    private static int? Digits(string number) =>
        int.TryParse(number.Length > 0 && !char.IsAsciiDigit(number[0]) ? ChineseNumeral.Read(number) : number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 2 ? value : null;

    /// <summary>"A third" is a part, the third quarter a date.</summary>
    [GeneratedRegex(@"(?i)(?<!\b(?:a|one|two|four|three)[ -])\b(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b(?![ -](?:quarter|part))|\ba (?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?:straight|consecutive|successive|month|year|week|day|time|term|quarter|season))|第 ?(?<han>[0-9]{1,3}|[三四五六七八九十]{1,3})(?! ?个?季)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
