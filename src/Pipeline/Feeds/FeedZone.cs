using System.Globalization;

namespace Pipeline.Feeds;

/// <summary>The zones of feed dates: numbers, and the names that RFC 822 or wide use give a meaning.</summary>
internal static class FeedZone
{
    /// <summary>The offset from UTC: none is UTC, and so is a name that nobody knows (RFC 2822, section 4.3). Null where a number is impossible.</summary>
    public static TimeSpan? Offset(string zone)
    {
        var sign = zone.IndexOfAny(['+', '-', '\u2212']);
        if (sign < 0)
            return TimeSpan.FromHours(Named(zone.Trim().ToUpperInvariant()));
        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        var hours = int.Parse(digits.Length <= 2 ? digits : digits[..^2], CultureInfo.InvariantCulture);
        var minutes = digits.Length <= 2 ? 0 : int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        if (hours > 15 || minutes > 59)
            return null;
        return new TimeSpan(hours, minutes, 0) * (zone[sign] == '+' ? 1 : -1);
    }

    /// <summary>Hours from UTC. CST is RFC 822's, not China's; IST is India's, with the most feeds.</summary>
    private static double Named(string zone) => zone switch
    {
        "HST" => -10,
        "AKST" => -9,
        "PST" or "PT" or "AKDT" => -8,
        "MST" or "PDT" => -7,
        "CST" or "MDT" => -6,
        "EST" or "ET" or "CDT" => -5,
        "EDT" => -4,
        "BRT" => -3,
        "CET" or "MEZ" or "BST" or "WEST" => 1,
        "CEST" or "MESZ" or "EET" => 2,
        "EEST" or "MSK" => 3,
        "IST" => 5.5,
        "SGT" or "HKT" or "AWST" => 8,
        "JST" or "KST" => 9,
        "AEST" => 10,
        "AEDT" => 11,
        "NZST" => 12,
        "NZDT" => 13,
        _ => 0,
    };
}
