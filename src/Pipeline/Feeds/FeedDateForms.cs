using System.Text.RegularExpressions;

namespace Pipeline.Feeds;

/// <summary>The forms in which dates are written, as groups: year, month or name, day, hour, minute, second, half of the day, zone.</summary>
internal static partial class FeedDateForms
{
    /// <summary>What stands between a date and its time: white space, a comma, a T, a preposition.</summary>
    private const string Between = @"(?:[T,\s]|at\b|um\b|às?\b|as\b|alle\b|om\b|o\b|kl\.?|в\b|[-–]\s)*";

    private const string Half = @"(?<half>[AaPp]\.?\s?[Mm]\b\.?|上午|下午|凌晨|早上|中午|晚上|午前|午後|오전|오후)";

    private const string Clock = @"(?<hour>[0-9]{1,2})\s?[:时時點点시h]\s?(?<minute>[0-9]{1,2})(?:\s?[:分분]\s?(?:(?<second>[0-9]{1,2})(?:[.,][0-9]{1,9})?)?)?[秒초]?|(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?![0-9:])";

    private const string Time = "(?:" + Between + "(?:" + Half + @"\s*)?(?:" + Clock + @")(?:\s*" + Half + @")?(?:\s?(?:Uhr|uur)\b)?)";

    private const string Zone = @"\s*(?<zone>Z|(?:UTC|GMT|UT)?\s?[+\-\u2212][0-9]{1,2}:?(?:[0-9]{1,2})?|[A-Za-z]{1,9}(?:/[A-Za-z_]{1,20}){0,2})?";

    private const string Weekday = @"(?:\p{L}[\p{L}\-]{0,13}\.?\s?[,，]?\s+|\p{L}{1,12}[,，])?";

    private const string Month = @"(?<name>\p{L}{3,12}|十?[一二三四五六七八九十]月|(?<month>[0-9]{1,2})月)\.?";

    private const string Day = @"(?<day>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?";

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly Regex[] All = [DayFirst(), Numeric(), Compact(), MonthFirst(), YearLast(), NumericDayFirst(), LateDaySecond()];

    /// <summary>The first form that the whole text has; null where it has none.</summary>
    public static Match? Of(string date)
    {
        foreach (var form in All)
            if (form.Match(date) is { Success: true } match)
                return match;
        return null;
    }

    /// <summary>Fri, 06 Feb 2026 10:00:00 GMT; Friday, 06-Feb-26 10:00:00 GMT; 6 de febrero de 2026; 金, 06 2月 2026.</summary>
    [GeneratedRegex(@"\A" + Weekday + Day + @"[\s\-]*(?:de\s+)?" + Month + @",?[\s\-]+(?:de\s+)?(?<year>[0-9]{2,4})(?:\s?г\.?|\s?r\.)?" + Time + "?" + Zone + @"\z", Options)]
    private static partial Regex DayFirst();

    /// <summary>2026-02-06T10:00:00Z, 2026/2/6 10:00, 2026年2月6日（周五）下午3:05, 2026. 2. 6. 10:00, 2026-02.</summary>
    [GeneratedRegex(@"\A(?<year>[0-9]{4})\s*[\-/.年년]\s*(?<month>[0-9]{1,2})(?:\s*[\-/.月월]\s*(?<day>[0-9]{1,2})\s*[日号일.]?)?[月월]?(?:\s*(?:星期|周|週)[一二三四五六日天]|\s+[月火水木金土日]曜日)?" + Time + "?" + Zone + @"\z", Options)]
    private static partial Regex Numeric();

    /// <summary>20260206T100000Z.</summary>
    [GeneratedRegex(@"\A(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?:[T\s]?(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?)?" + Zone + @"\z", Options)]
    private static partial Regex Compact();

    /// <summary>February 6, 2026 10:00 PST; Fri Feb 06 2026 10:00:00 GMT+0800.</summary>
    [GeneratedRegex(@"\A" + Weekday + Month + @"\s+" + Day + @",?\s+(?<year>[0-9]{4})" + Time + "?" + Zone + @"\z", Options)]
    private static partial Regex MonthFirst();

    /// <summary>Fri Feb  6 10:00:00 UTC 2026.</summary>
    [GeneratedRegex(@"\A" + Weekday + Month + @"\s+" + Day + Time + Zone + @"\s+(?<year>[0-9]{4})\z", Options)]
    private static partial Regex YearLast();

    /// <summary>06.02.2026 10:00, which is written where the day stands first; 13/02/2026, in which only one number is a month.</summary>
    [GeneratedRegex(@"\A" + Weekday + @"(?:(?<day>[0-9]{1,2})\.\s?(?<month>[0-9]{1,2})\.\s?|(?<day>1[3-9]|2[0-9]|3[01])[/\-](?<month>[0-9]{1,2})[/\-])(?<year>[0-9]{4})(?:\s?г\.?)?" + Time + "?" + Zone + @"\z", Options)]
    private static partial Regex NumericDayFirst();

    /// <summary>02/13/2026 10:00.</summary>
    [GeneratedRegex(@"\A" + Weekday + @"(?<month>[0-9]{1,2})[/\-](?<day>1[3-9]|2[0-9]|3[01])[/\-](?<year>[0-9]{4})" + Time + "?" + Zone + @"\z", Options)]
    private static partial Regex LateDaySecond();
}
