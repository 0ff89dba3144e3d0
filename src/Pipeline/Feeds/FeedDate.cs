using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Feeds;

/// <summary>
/// The dates that feeds are found to carry: RFC 822, RFC 850, asctime, ISO 8601 with its looser relatives, Chinese dates,
/// and Unix time. Without a zone it is UTC; what can be read two ways is not read.
/// </summary>
internal static partial class FeedDate
{
    private const int LongestDate = 80;

    private const string Time = @"(?:[T,\s]|at)*(?<hour>[0-9]{1,2})[:时](?<minute>[0-9]{2})(?:[:分](?<second>[0-9]{1,2})(?:[.,][0-9]{1,9})?)?秒?(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?";

    private const string Zone = @"\s*(?<zone>Z|(?:UTC|GMT|UT)?\s?[+\-\u2212][0-9]{1,2}:?(?:[0-9]{2})?|[A-Za-z]{1,9})?";

    private const string Weekday = @"(?:[A-Za-z]{2,9}\.?,?\s+)?";

    private const string Month = @"(?<name>[A-Za-z]{3,9})\.?";

    private const string Day = @"(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Regex[] Forms = [Numeric(), Compact(), DayFirst(), MonthFirst(), YearLast()];

    /// <summary>The instant in UTC, or null where the text says none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length > LongestDate * 4)
            return null;
        var date = Comment().Replace(text, " ").Trim();
        if (date.Length is 0 or > LongestDate)
            return null;
        if (UnixTime().IsMatch(date))
            return Sensible(FromUnix(long.Parse(date, CultureInfo.InvariantCulture)));
        var match = Forms.Select(form => form.Match(date)).FirstOrDefault(found => found.Success);
        return match is null ? null : Sensible(Instant(match));
    }

    /// <summary>Thirteen digits are milliseconds.</summary>
    private static DateTimeOffset FromUnix(long number) =>
        number > 99_999_999_999 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);

    /// <summary>Year one and the Unix epoch are what a generator writes that has no date.</summary>
    private static DateTimeOffset? Sensible(DateTimeOffset? instant) => instant > DateTimeOffset.UnixEpoch ? instant : null;

    private static DateTimeOffset? Instant(Match match)
    {
        var (year, month, day) = (Year(match), MonthOf(match), Number(match, "day", 1));
        var (hour, minute, second) = (Hour(match), Number(match, "minute", 0), Math.Min(Number(match, "second", 0), 59));
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        if (hour > 24 || minute > 59 || (hour == 24 && minute + second > 0) || FeedZone.Offset(match.Groups["zone"].Value) is not { } offset)
            return null;
        var local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return new DateTimeOffset(local - offset, TimeSpan.Zero);
    }

    /// <summary>Two digits as RFC 2822 reads them: 00 to 49 are 2000 to 2049. Three are 1900 and more, from clocks of that kind.</summary>
    private static int Year(Match match)
    {
        var year = Number(match, "year", 0);
        return match.Groups["year"].Length switch { 2 => year < 50 ? 2000 + year : 1900 + year, 3 => 1900 + year, _ => year };
    }

    private static int MonthOf(Match match)
    {
        var name = match.Groups["name"].Value;
        return name.Length < 3 ? Number(match, "month", 1) : 1 + Array.IndexOf(Months, name[..3].ToLowerInvariant());
    }

    private static int Hour(Match match)
    {
        var hour = Number(match, "hour", 0);
        return match.Groups["half"].Value.ToLowerInvariant() switch
        {
            "p" when hour < 12 => hour + 12,
            "a" when hour == 12 => 0,
            _ => hour,
        };
    }

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group].Length == 0 ? otherwise : int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>2026-02-06T10:00:00Z, 2026/2/6 10:00, 2026年2月6日 10:00, 2026-02.</summary>
    [GeneratedRegex(@"\A(?<year>[0-9]{4})\s*[\-/.年]\s*(?<month>[0-9]{1,2})(?:\s*[\-/.月]\s*(?<day>[0-9]{1,2})日?)?月?(?:" + Time + ")?" + Zone + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numeric();

    /// <summary>20260206T100000Z.</summary>
    [GeneratedRegex(@"\A(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:T?(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?)?" + Zone + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();

    /// <summary>Fri, 06 Feb 2026 10:00:00 GMT; Friday, 06-Feb-26 10:00:00 GMT.</summary>
    [GeneratedRegex(@"\A" + Weekday + Day + @"[\s\-]+" + Month + @",?[\s\-]+(?<year>[0-9]{2,4})(?:" + Time + ")?" + Zone + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DayFirst();

    /// <summary>February 6, 2026 10:00 PST.</summary>
    [GeneratedRegex(@"\A" + Weekday + Month + @"\s+" + Day + @",?\s+(?<year>[0-9]{4})(?:" + Time + ")?" + Zone + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthFirst();

    /// <summary>Fri Feb  6 10:00:00 UTC 2026.</summary>
    [GeneratedRegex(@"\A" + Weekday + Month + @"\s+" + Day + Time + Zone + @"\s+(?<year>[0-9]{4})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\A(?:[0-9]{9,10}|[0-9]{13})\z", RegexOptions.CultureInvariant)]
    private static partial Regex UnixTime();

    /// <summary>RFC 822 comments: <c>-0800 (PST)</c>.</summary>
    [GeneratedRegex(@"\([^()]*\)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
