using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Sources;

/// <summary>Reads durations such as <c>30m</c>: a whole number and a unit.</summary>
/// <param name="Units">Those that make sense for the key, of <c>ms s m h d</c>.</param>
/// <param name="Example">Shown to who wrote something else.</param>
internal sealed partial record DurationRange(TimeSpan Least, TimeSpan Most, IReadOnlyList<string> Units, string Example)
{
    /// <summary>Null where it is no such duration, which is then reported.</summary>
    public TimeSpan? Read(Scalar scalar, string name, Faults faults)
    {
        var match = NumberAndUnit().Match(scalar.Value);
        if (!match.Success || !Units.Contains(match.Groups[2].Value, StringComparer.Ordinal))
            faults.Add(scalar.Place, $"{name} is {scalar.Shown}", $"write a whole number and one of the units {string.Join(", ", Units)}, such as {Example}");
        else if (Of(match) is var duration && duration >= Least && duration <= Most)
            return duration;
        else
            faults.Add(scalar.Place, $"{name} is {scalar.Shown}", $"write something from {Shown(Least)} to {Shown(Most)}");
        return null;
    }

    private static TimeSpan Of(Match match) => Unit(match.Groups[2].Value) * int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static TimeSpan Unit(string unit) => unit switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>In the largest unit that leaves no fraction.</summary>
    private string Shown(TimeSpan duration)
    {
        var unit = Units.Last(unit => duration.Ticks % Unit(unit).Ticks == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / Unit(unit).Ticks}{unit}");
    }

    [GeneratedRegex(@"\A([0-9]{1,6})([a-z]{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndUnit();
}
