namespace Pipeline.Sources;

/// <summary>The keys under <c>fetch:</c>.</summary>
internal static class FetchSection
{
    /// <summary>Slower than this, a collection of a few hundred pages of one house would not end in its half hour.</summary>
    private static readonly DurationRange Paces = new(TimeSpan.Zero, TimeSpan.FromSeconds(60), ["ms", "s"], "500ms");

    private static readonly DurationRange Timeouts = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), ["s", "m"], "30s");

    /// <summary>The defaults are those of <see cref="Settings"/>.</summary>
    public static (TimeSpan? Pace, TimeSpan? Timeout) Read(Section root)
    {
        var fetch = root.Below("fetch", "pace", "timeout");
        return (Duration(fetch, "pace", Paces), Duration(fetch, "timeout", Timeouts));
    }

    private static TimeSpan? Duration(Section fetch, string key, DurationRange range) =>
        fetch.Text(key) is { } scalar ? range.Read(scalar, $"'{key}'", fetch.Faults) : null;
}
