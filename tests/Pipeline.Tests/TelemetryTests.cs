using System.Diagnostics;
using System.Diagnostics.Metrics;
using Pipeline.Tests.Support;

namespace Pipeline.Tests;

/// <summary>What a listener hears of a collection. Others collect in this process meanwhile: only what flows from the test's own calls counts.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Feed = """
        <rss version="2.0"><channel><title>Lab</title>
        <item><title>Tidewater ships release 4</title><link>https://lab.example/1</link><guid>1</guid><pubDate>Mon, 02 Feb 2026 08:00:00 GMT</pubDate></item>
        <item><title>Tidewater opens an office</title><link>https://lab.example/2</link><guid>2</guid><pubDate>Tue, 03 Feb 2026 08:00:00 GMT</pubDate></item>
        </channel></rss>
        """;

    private readonly AsyncLocal<bool> mine = new();
    private readonly List<(string Name, double Value, string Tags)> heard = [];
    private readonly List<Activity> activities = [];
    private LoopbackServer server = null!;

    public async Task InitializeAsync() => server = (await LoopbackServer.StartAsync()).Map("/feed", Feed).Status("/gone", 404);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_collection_tells_of_fetches_bytes_and_entries()
    {
        using var listener = Listen();
        await using var collector = await Collector.OpenAsync();
        mine.Value = true;

        await collector.CollectAsync(Collector.Source(server.Url("/feed")), Collector.Source(server.Url("/gone"), "Gone"));
        collector.Clock.Advance(TimeSpan.FromDays(1));
        await collector.CollectAsync(Collector.Source(server.Url("/feed")));

        Assert.Equal(2, Sum("pipeline.fetches", "kind=feed outcome=read"));
        Assert.Equal(1, Sum("pipeline.fetches", "kind=feed outcome=failed"));
        Assert.Equal(2 * Feed.Length, Sum("pipeline.fetch.size", "kind=feed"));
        Assert.Equal(2, Sum("pipeline.entries", "change=new"));
        var age = Assert.Single(heard, one => one.Name == "pipeline.queue.age").Value;
        Assert.InRange(age, TimeSpan.FromHours(23).TotalSeconds, TimeSpan.FromHours(24).TotalSeconds);
    }

    [Fact]
    public async Task A_collection_is_traced_with_its_visits_and_their_failures()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(listener);
        await using var collector = await Collector.OpenAsync();
        mine.Value = true;

        await collector.CollectAsync(Collector.Source(server.Url("/feed")), Collector.Source(server.Url("/gone"), "Gone"));

        var collect = Assert.Single(activities, activity => activity.OperationName == "collect");
        var visits = activities.Where(activity => activity.OperationName == "visit").OrderBy(activity => activity.GetTagItem("pipeline.source")).ToList();
        Assert.All(visits, visit => Assert.Equal(collect.SpanId, visit.ParentSpanId));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], visits.Select(visit => visit.Status));
        Assert.Contains("404", visits[0].StatusDescription, StringComparison.Ordinal);
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Telemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument.Name, value, tags));
        listener.Start();
        return listener;
    }

    private void Keep(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!mine.Value)
            return;
        var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lock (heard)
            heard.Add((name, value, text));
    }

    private void Keep(Activity activity)
    {
        if (!mine.Value)
            return;
        lock (activities)
            activities.Add(activity);
    }

    private double Sum(string name, string tags) => heard.Where(one => one.Name == name && one.Tags == tags).Sum(one => one.Value);
}
