using System.Globalization;

namespace Pipeline.Model;

/// <summary>How exactly a coming date is stated: on that day, by that day, in that month or quarter, in that year.</summary>
public enum DuePrecision { On, By, Month, Year }

/// <summary>When something is to come, as an article states it: the last day it can mean.</summary>
public sealed record Due(DateOnly Last, DuePrecision Precision)
{
    /// <summary>ISO 8601 at the precision that is known: <c>2026-04-18</c>, <c>2026-04</c>, <c>2026</c>.</summary>
    public override string ToString() => Last.ToString(
        Precision switch { DuePrecision.Month => "yyyy-MM", DuePrecision.Year => "yyyy", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);
}
