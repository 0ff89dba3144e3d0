namespace Pipeline.Analysis.Grounding;

/// <summary>Spans of time in other units: 48 hours are two days, 18 months a year and a half.</summary>
internal static class Durations
{
    public static bool AreEqual(Quantity left, Quantity right) =>
        left.Unit != right.Unit && Length(left) is { } one && Length(right) is { } other && one == other;

    /// <summary>In days or in months, which have no common measure.</summary>
    private static (decimal Length, bool InMonths)? Length(Quantity quantity) => quantity.Unit switch
    {
        "minute" => (quantity.Value / 1440, false),
        "hour" => (quantity.Value / 24, false),
        "day" => (quantity.Value, false),
        "week" => (quantity.Value * 7, false),
        "month" => (quantity.Value, true),
        "year" => (quantity.Value * 12, true),
        _ => null,
    };
}
