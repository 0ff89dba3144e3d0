using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Feeds;

/// <summary>
/// The dates that feeds are found to carry: RFC 822, RFC 850, asctime, ISO 8601 with its looser relatives, dates in other
/// languages, and Unix time; the same on every machine. Without a zone it is UTC; what can be read two ways is not read.
/// </summary>
internal static partial class FeedDate
{
    private const int LongestDate = 80;

    /// <summary>The instant in UTC, or null where the text says none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (text is null || text.Length > LongestDate * 4)
            return null;
        var date = Comment().Replace(text, " ").Trim();
        if (date.Length is 0 or > LongestDate)
            return null;
        if (UnixTime().Match(date) is { Success: true } number)
            return Sensible(FromUnix(long.Parse(number.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
        return FeedDateForms.Of(date) is { } match ? Sensible(Instant(match)) : null;
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

    private static int MonthOf(Match match) =>
        match.Groups["month"].Length > 0 || match.Groups["name"].Length == 0 ? Number(match, "month", 1) : FeedMonth.Of(match.Groups["name"].Value);

    private static int Hour(Match match)
    {
        var hour = Number(match, "hour", 0);
        if (match.Groups["half"].Value is not [var first, .., var last])
            return hour;
        if (first is 'a' or 'A' or '上' or '凌' or '早' || last is '前' or '전')
            return hour == 12 ? 0 : hour;
        // An hour that counts to 24 already stays; 中午 begins at eleven.
        return hour >= 12 || (first == '中' && hour == 11) ? hour : hour + 12;
    }

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group].Length == 0 ? otherwise : int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([0-9]{9,10}|[0-9]{13})(?:\.[0-9]{1,9})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex UnixTime();

    /// <summary>RFC 822 comments: <c>-0800 (PST)</c>; a weekday in full-width brackets; Java's <c>[Asia/Shanghai]</c>.</summary>
    [GeneratedRegex(@"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
