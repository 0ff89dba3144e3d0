using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The keys under <c>week:</c>.</summary>
internal static partial class WeekSection
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static WeekRule Read(Section root)
    {
        var week = root.Below("week", "ends", "zone");
        var usual = WeekRule.Default;
        var zone = week.Text("zone", scalar => Zone(scalar, week)) ?? usual.Zone;
        return week.Text("ends", scalar => Ends(scalar, zone, week)) ?? usual with { Zone = zone };
    }

    private static WeekRule? Ends(Scalar scalar, TimeZoneInfo zone, Section week)
    {
        var match = DayAndTime().Match(scalar.Value);
        var day = Array.IndexOf(Days, match.Groups[1].Value.ToLowerInvariant());
        if (day >= 0 && TimeOnly.TryParseExact(match.Groups[2].Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return new WeekRule((DayOfWeek)day, time, zone);
        week.Faults.Add(scalar.Place, $"a week can't end at {scalar.Shown}",
            "write an English day and a time from 00:00 to 23:59, such as friday 18:00; monday 00:00 is the end of Sunday");
        return null;
    }

    private static TimeZoneInfo? Zone(Scalar scalar, Section week)
    {
        if (ZoneName().IsMatch(scalar.Value) && TimeZoneInfo.TryFindSystemTimeZoneById(scalar.Value, out var zone))
            return zone;
        week.Faults.Add(scalar.Place, $"there is no time zone {scalar.Shown}", "use a name of the IANA list, such as Asia/Shanghai, Europe/Berlin or UTC");
        return null;
    }

    [GeneratedRegex(@"\A([A-Za-z]+)\s+([0-9]{1,2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndTime();

    /// <summary>Names only: what is looked up is a file on some systems.</summary>
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();
}
