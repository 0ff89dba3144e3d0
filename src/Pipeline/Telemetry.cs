using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Fetching;

namespace Pipeline;

/// <summary>What a running newsroom can be watched by: one meter and one activity source, both named <c>Pipeline</c>.</summary>
/// <remarks>
/// Names, units and tags as OpenTelemetry's semantic conventions want them (opentelemetry.io/docs/specs/semconv/general/metrics).
/// No source, URL or week is a tag of an instrument: who has a thousand feeds would have thousands of series. Recorded where the
/// newsroom decides, never in a stage.
/// </remarks>
public static class Telemetry
{
    public const string Name = "Pipeline";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Fetches = Meter.CreateCounter<long>("pipeline.fetches", "{fetch}", "Feeds and pages asked for, by kind and outcome.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("pipeline.fetch.size", "By", "What came, unpacked, by kind.");
    private static readonly Counter<long> Entries = Meter.CreateCounter<long>("pipeline.entries", "{entry}", "Entries kept, by whether they are new or revised.");
    private static readonly Histogram<double> ClipTime = Meter.CreateHistogram<double>("pipeline.clip.duration", "s", "From a page's bytes to its text.");
    private static readonly Histogram<double> QueueAge = Meter.CreateHistogram<double>("pipeline.queue.age", "s", "How long a source was due before a collection took it up.");
    private static readonly Counter<long> Stories = Meter.CreateCounter<long>("pipeline.stories", "{story}", "Stories of published weeks.");
    private static readonly Counter<long> Claims = Meter.CreateCounter<long>("pipeline.claims", "{claim}", "Claims that the grounding gate accepted or refused.");

    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("pipeline.tokens", "{token}", "Tokens that language models were given and gave, by type and model.");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Fetched(string kind, FetchOutcome outcome)
    {
        Fetches.Add(1, new KeyValuePair<string, object?>("kind", kind), new("outcome", Visiting.Name(outcome)));
        if (outcome is Fetched fetched)
            Bytes.Add(fetched.Body.Length, new KeyValuePair<string, object?>("kind", kind));
    }

    internal static void Clipped(TimeSpan took) => ClipTime.Record(took.TotalSeconds);

    internal static void Waited(TimeSpan age) => QueueAge.Record(age.TotalSeconds);

    internal static void Visited(SourceReport report)
    {
        if (report.New > 0)
            Entries.Add(report.New, new KeyValuePair<string, object?>("change", "new"));
        if (report.Revised > 0)
            Entries.Add(report.Revised, new KeyValuePair<string, object?>("change", "revised"));
    }

    internal static void Wrote(int stories, int accepted, int refused)
    {
        Stories.Add(stories);
        Claims.Add(accepted, new KeyValuePair<string, object?>("verdict", "accepted"));
        Claims.Add(refused, new KeyValuePair<string, object?>("verdict", "refused"));
    }

    /// <summary>What one request to a language model took.</summary>
    /// <param name="model">By its name in sources.yaml: an editor lists a few.</param>
    public static void Spent(string model, long input, long output)
    {
        Tokens.Add(input, new KeyValuePair<string, object?>("type", "input"), new("model", model));
        Tokens.Add(output, new KeyValuePair<string, object?>("type", "output"), new("model", model));
    }

    /// <summary>Marks what has failed, in OpenTelemetry's way.</summary>
    internal static void Fail(Activity? activity, string why) => activity?.SetStatus(ActivityStatusCode.Error, why);
}
