using System.Globalization;

namespace Pipeline.Feeds;

/// <summary>The zones of feed dates: numbers, and the names that RFC 822 or wide use give a meaning.</summary>
internal static class FeedZone
{
    /// <summary>
    /// The offset from UTC: none is UTC, and so are a name that nobody knows and the military letters, whose signs RFC 822 got
    /// wrong (RFC 2822, section 4.3). Null where a number is impossible.
    /// </summary>
    public static TimeSpan? Offset(string zone)
    {
        var sign = zone.IndexOfAny(['+', '-', '\u2212']);
        if (sign < 0)
            return TimeSpan.FromHours(Named(zone.Trim().ToUpperInvariant()));
        var (hours, minutes) = Numbers(zone[(sign + 1)..]);
        if (hours > 15 || minutes > 59)
            return null;
        return new TimeSpan(hours, minutes, 0) * (zone[sign] == '+' ? 1 : -1);
    }

    /// <summary>+8, +08, +08:00, +0800, and +08:0, which was cut off.</summary>
    private static (int Hours, int Minutes) Numbers(string digits)
    {
        var split = digits.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? colon : Math.Max(digits.Length - 2, Math.Min(digits.Length, 2));
        var minutes = digits[split..].TrimStart(':');
        return (int.Parse(digits[..split], CultureInfo.InvariantCulture), minutes.Length == 0 ? 0 : int.Parse(minutes, CultureInfo.InvariantCulture));
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
        "EDT" or "AST" => -4,
        "BRT" or "ART" or "ADT" => -3,
        "CET" or "MEZ" or "BST" or "WEST" => 1,
        "CEST" or "MESZ" or "EET" or "SAST" => 2,
        "EEST" or "MSK" or "EAT" or "TRT" => 3,
        "PKT" => 5,
        "IST" => 5.5,
        "WIB" or "ICT" => 7,
        "SGT" or "HKT" or "AWST" or "PHT" => 8,
        "JST" or "KST" => 9,
        "ACST" => 9.5,
        "AEST" => 10,
        "AEDT" => 11,
        "NZST" => 12,
        "NZDT" => 13,
        _ => 0,
    };
}
