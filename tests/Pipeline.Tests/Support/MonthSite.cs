using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Tests.Support;

/// <summary>What becomes of a feed in the month.</summary>
internal enum Fate
{
    Steady,
    Late,
    Breaks,
    Returns,
    Moves,
    Gone,
}

/// <summary>An entry, by its number in its feed.</summary>
internal sealed record MonthEntry(int Feed, int Number, DateTimeOffset Published)
{
    public string Url => string.Create(CultureInfo.InvariantCulture, $"https://quay{Feed}.example/{Number}");
}

/// <summary>Feeds on loopback for four weeks by the test's clock: each shows its latest entries, and some appear, break, move and return.</summary>
internal sealed class MonthSite : IAsyncDisposable
{
    private const int Shown = 6;

    /// <summary>No multiple of a day: entries come at every hour.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromHours(41);

    private static readonly string[] Things = ["an agent for claims offices", "a chip for small servers", "an open translation model", "a data centre in the north", "a rule on training data", "a robot for warehouses", "a map of the sea bed", "a battery for ferries", "a school for welders", "a price list for tides", "a test for old phones"];
    private static readonly string[] Acts = ["opens", "sells", "measures", "repairs", "lends", "recalls", "doubles"];

    private readonly WebApplication server;
    private readonly TimeProvider clock;
    private readonly DateTimeOffset start;
    private int requests;

    private MonthSite(WebApplication server, TimeProvider clock, DateTimeOffset start) => (this.server, this.clock, this.start) = (server, clock, start);

    /// <summary>When each path was last asked for.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Asked { get; } = new();

    public int Requests => Volatile.Read(ref requests);

    public static Fate FateOf(int feed) => (feed % 10) switch
    {
        2 => Fate.Late,
        4 => Fate.Breaks,
        5 => Fate.Returns,
        7 => Fate.Moves,
        9 => Fate.Gone,
        _ => Fate.Steady,
    };

    public static async Task<MonthSite> StartAsync(TimeProvider clock, DateTimeOffset start)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new MonthSite(app, clock, start);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public string Url(string path) => server.Urls.First() + path;

    public static string Name(int feed) => string.Create(CultureInfo.InvariantCulture, $"Quay {feed}");

    public static string Path(int feed) => string.Create(CultureInfo.InvariantCulture, $"/{feed}.xml");

    public static string NewPath(int feed) => "/new" + Path(feed);

    /// <summary>From when to when its feed can't be read; where it is not there yet, nothing was ever published in it.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Broken(int feed) => FateOf(feed) switch
    {
        Fate.Breaks => (At(9), DateTimeOffset.MaxValue),
        Fate.Returns => (At(9), At(15)),
        Fate.Gone => (At(16), DateTimeOffset.MaxValue),
        _ => null,
    };

    /// <summary>The instant from which a feed that moves answers from its new address, and from which the old one is no more.</summary>
    public (DateTimeOffset Moves, DateTimeOffset Ends) Move => (At(8), At(21));

    /// <summary>When those that come late are there.</summary>
    public DateTimeOffset Birth => At(8);

    /// <summary>What a feed has published by an instant, the oldest first.</summary>
    public IEnumerable<MonthEntry> Entries(int feed, DateTimeOffset now)
    {
        var first = start + TimeSpan.FromMinutes(73 + (feed * 37 % Rhythm.TotalMinutes));
        for (var number = 0; first + (Rhythm * number) is var published && published <= now; number++)
            if (FateOf(feed) != Fate.Late || published >= Birth)
                yield return new MonthEntry(feed, number, published);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>Half an hour past a collection: what is before is seen before.</summary>
    private DateTimeOffset At(int day) => start.AddDays(day).AddMinutes(30);

    private Task AnswerAsync(HttpContext context)
    {
        var (path, now) = (context.Request.Path.Value!, clock.GetUtcNow());
        Asked[path] = now;
        Interlocked.Increment(ref requests);
        var feed = int.Parse(path.Split('/')[^1].Split('.')[0], CultureInfo.InvariantCulture);
        if (Broken(feed) is { } broken && now >= broken.From && now < broken.To)
            return FailAsync(context, FateOf(feed));
        if (FateOf(feed) == Fate.Moves && path == Path(feed) && now >= Move.Moves)
            return MoveAsync(context, feed, now);
        return FateOf(feed) == Fate.Late && now < Birth ? StatusAsync(context, 404) : ShowAsync(context, [.. Entries(feed, now).TakeLast(Shown)]);
    }

    private static Task FailAsync(HttpContext context, Fate fate)
    {
        if (fate != Fate.Returns)
            return StatusAsync(context, fate == Fate.Gone ? 410 : 404);
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync("<!DOCTYPE html><html><head><title>Maintenance</title></head><body><p>We are back soon.</p></body></html>");
    }

    private Task MoveAsync(HttpContext context, int feed, DateTimeOffset now)
    {
        context.Response.Headers.Location = NewPath(feed);
        return StatusAsync(context, now < Move.Ends ? 301 : 404);
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task ShowAsync(HttpContext context, IReadOnlyList<MonthEntry> entries)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{(entries.Count == 0 ? 0 : entries[^1].Number + 1)}\"");
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
            return StatusAsync(context, 304);
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        return context.Response.WriteAsync($"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Quay</title>{string.Concat(entries.Select(Item))}</channel></rss>");
    }

    private static string Item(MonthEntry entry)
    {
        var kind = (entry.Feed * 31) + (entry.Number * 17);
        var (act, thing) = (Acts[kind % Acts.Length], Things[kind % Things.Length]);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            <item><title>Maker{entry.Feed} {act} {thing}, number {entry.Number}</title><link>{entry.Url}</link><guid>{entry.Feed}-{entry.Number}</guid><pubDate>{entry.Published.UtcDateTime:R}</pubDate>
            <description>Maker{entry.Feed} {act} {thing} in Port {kind % 97} and expects {kind + 20} customers by the end of the year. The work took {(kind % 9) + 3} months, said Maker{entry.Feed}.</description></item>
            """);
    }
}
