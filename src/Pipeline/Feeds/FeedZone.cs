using System.Globalization;

namespace Pipeline.Feeds;

/// <summary>The zones of feed dates: numbers, and the names that RFC 822 or wide use give a meaning.</summary>
internal static class FeedZone
{
    /// <summary>Hours from UTC. CST is RFC 822's, not China's; IST is India's, with the most feeds.</summary>
    private static readonly Dictionary<string, double> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = -5, ["EDT"] = -4, ["ET"] = -5, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7, ["PT"] = -8,
        ["AKST"] = -9, ["AKDT"] = -8, ["HST"] = -10, ["BRT"] = -3, ["WET"] = 0, ["WEST"] = 1, ["BST"] = 1, ["CET"] = 1, ["MEZ"] = 1,
        ["CEST"] = 2, ["MESZ"] = 2, ["EET"] = 2, ["EEST"] = 3, ["MSK"] = 3, ["IST"] = 5.5, ["SGT"] = 8, ["HKT"] = 8, ["AWST"] = 8,
        ["JST"] = 9, ["KST"] = 9, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    };

    /// <summary>The offset from UTC: none is UTC, and so is a name that nobody knows (RFC 2822, section 4.3). Null where a number is impossible.</summary>
    public static TimeSpan? Offset(string zone)
    {
        var sign = zone.IndexOfAny(['+', '-', '\u2212']);
        if (sign < 0)
            return TimeSpan.FromHours(Named.GetValueOrDefault(zone.Trim()));
        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        if (hours > 15 || minutes > 59)
            return null;
        return new TimeSpan(hours, minutes, 0) * (zone[sign] == '+' ? 1 : -1);
    }
}
