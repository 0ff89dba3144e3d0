using System.Globalization;

namespace Pipeline.Fetching;

/// <summary>How long an answer stays fresh (RFC 9111, section 4.2.1), of headers as they were sent.</summary>
internal static class Freshness
{
    /// <param name="header">The first value of a header, or null.</param>
    /// <param name="now">Stands in for a missing Date header.</param>
    /// <returns>Null where nothing is said, and where the answer is stale at once.</returns>
    public static TimeSpan? Of(Func<string, string?> header, DateTimeOffset now)
    {
        var lifetime = MaxAge(header("Cache-Control")) ?? (Date(header("Expires")) - (Date(header("Date")) ?? now));
        var left = lifetime - TimeSpan.FromSeconds(Seconds(header("Age")) ?? 0);
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Zero where it must not be kept; a shared cache's s-maxage is none of ours.</summary>
    private static TimeSpan? MaxAge(string? cacheControl)
    {
        TimeSpan? age = null;
        foreach (var directive in (cacheControl ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (directive.Equals("no-cache", StringComparison.OrdinalIgnoreCase) || directive.Equals("no-store", StringComparison.OrdinalIgnoreCase))
                return TimeSpan.Zero;
            if (directive.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase) && Seconds(directive["max-age=".Length..].Trim('"')) is { } seconds)
                age = TimeSpan.FromSeconds(seconds);
        }
        return age;
    }

    /// <summary>A number too large is a long time (RFC 9111, section 1.2.2); here a hundred years.</summary>
    private static double? Seconds(string? text) =>
        text is { Length: > 0 and < 40 } && text.All(char.IsAsciiDigit) ? Math.Min(double.Parse(text, CultureInfo.InvariantCulture), 100 * 365 * 86400d) : null;

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
