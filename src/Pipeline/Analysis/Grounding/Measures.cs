using System.Collections.Frozen;

namespace Pipeline.Analysis.Grounding;

/// <summary>Measures in other units: 90 seconds are a minute and a half, 48 hours two days, 18 months a year and a half, 60 万千瓦 600 MW.</summary>
internal static class Measures
{
    /// <summary>Each unit with what it measures and how much of it.</summary>
    private static readonly FrozenDictionary<string, (string Of, decimal Size)> Sizes =
        ("ms time 1|second time 1000|minute time 60000|hour time 3600000|day time 86400000|week time 604800000|month months 1|quarters months 3|year months 12|" +
         "W power 1|kW power 1000|MW power 1000000|GW power 1000000000|kWh energy 1|MWh energy 1000|GWh energy 1000000|TWh energy 1000000000|" +
         "mm length 1|cm length 10|m length 1000|km length 1000000|mg weight 1|g weight 1000|kg weight 1000000|ton weight 1000000000|point share 100|bp share 1")
        .Split('|').Select(line => line.Split(' '))
        .ToFrozenDictionary(parts => parts[0], parts => (parts[1], decimal.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    public static bool AreEqual(Quantity left, Quantity right)
    {
        if (left.Unit == right.Unit || !Sizes.TryGetValue(left.Unit, out var one) || !Sizes.TryGetValue(right.Unit, out var other))
            return false;
        return one.Of == other.Of ? left.Value * one.Size == right.Value * other.Size : IsMonth(left, right) || IsMonth(right, left);
    }

    /// <summary>Thirty days are a month, as news have it.</summary>
    private static bool IsMonth(Quantity days, Quantity months) =>
        days.Unit == "day" && months.Unit == "month" && months.Value > 0 && days.Value >= 30 * months.Value && days.Value <= 31 * months.Value;
}
