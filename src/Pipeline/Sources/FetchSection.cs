using System.Globalization;

namespace Pipeline.Sources;

/// <summary>The keys under <c>fetch:</c>.</summary>
internal static class FetchSection
{
    /// <summary>Slower than this, a collection of a few hundred pages of one house would not end in its half hour.</summary>
    private static readonly DurationRange Paces = new(TimeSpan.Zero, TimeSpan.FromSeconds(60), ["ms", "s"], "500ms");

    /// <summary>More would only queue up for memory and the processor.</summary>
    private const int MostAtOnce = 256;

    private static readonly DurationRange Timeouts = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), ["s", "m"], "30s");

    /// <summary>The defaults are those of <see cref="Settings"/>.</summary>
    public static (TimeSpan? Pace, TimeSpan? Timeout, int? Concurrency) Read(Section root)
    {
        var fetch = root.Below("fetch", "pace", "timeout", "concurrency");
        return (fetch.Duration("pace", Paces), fetch.Duration("timeout", Timeouts), Concurrency(fetch));
    }

    private static int? Concurrency(Section fetch)
    {
        if (fetch.Text("concurrency") is not { } scalar)
            return null;
        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostAtOnce)
            return number;
        fetch.Faults.Add(scalar.Place, $"'concurrency' is {scalar.Shown}", $"write a number from 1 to {MostAtOnce}, such as 32");
        return null;
    }
}
