namespace Pipeline.Analysis.Grounding;

/// <summary>A number with its unit (<c>%</c>, <c>USD</c>, <c>hour</c>, …; empty where there is none that matters), the same in every spelling.</summary>
internal readonly record struct Quantity(decimal Value, string Unit, string Written)
{
    /// <summary>A day of the month; another language or another writer says a number of days.</summary>
    public const string Date = "date";

    /// <summary>A day, a month, a quarter, a half of a year or a day of the week: which one, and not how many.</summary>
    public bool IsDate => Unit is Date or "month-of-year" or "quarter" or "half" or "weekday";

    /// <summary>Whether a passage that states this supports a claim that states <paramref name="claimed"/>. A unit may be left out, a per cent sign may not, and a date is no number.</summary>
    public bool Supports(Quantity claimed)
    {
        if (Value != claimed.Value)
            return false;
        return Unit == claimed.Unit
            || (claimed.Unit.Length == 0 && !IsDate && Unit is not ("%" or "point"))
            || (claimed.Unit == Date && Unit == "day")
            || (claimed.Unit == "day" && Unit == Date);
    }
}
