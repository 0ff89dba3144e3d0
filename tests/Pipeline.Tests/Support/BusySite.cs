using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Tests.Support;

/// <summary>Many publishers on loopback, each with an address of its own (127.1.x.y) and more feeds than may be asked for at once, whose answers take a while.</summary>
internal sealed class BusySite : IAsyncDisposable
{
    private const int FeedsAtAnAddress = 4;

    private readonly WebApplication server;
    private readonly TimeSpan delay;
    private readonly ConcurrentDictionary<string, int> under = new();

    private BusySite(WebApplication server, TimeSpan delay) => (this.server, this.delay) = (server, delay);

    /// <summary>How often each feed was asked for.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = new();

    /// <summary>The most requests that one address had to bear at once.</summary>
    public int MostAtOnce { get; private set; }

    public int Port => new Uri(server.Urls.First()).Port;

    public static async Task<BusySite> StartAsync(TimeSpan delay)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Any, 0));
        var app = builder.Build();
        var site = new BusySite(app, delay);
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    public string Url(int feed) => string.Create(CultureInfo.InvariantCulture, $"http://127.1.{feed / FeedsAtAnAddress / 250}.{(feed / FeedsAtAnAddress % 250) + 1}:{Port}/{feed}.xml");

    /// <summary>The <c>sources:</c> of so many feeds.</summary>
    public string Sources(int feeds) => "sources:\n" + string.Concat(Enumerable.Range(0, feeds)
        .Select(feed => string.Create(CultureInfo.InvariantCulture, $"  - {{ name: Feed {feed}, url: \"{Url(feed)}\", pages: false, allow-private: true, language: en }}\n")));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (host, path) = (context.Request.Host.Host, context.Request.Path.Value!);
        Asked.AddOrUpdate(path, 1, (_, count) => count + 1);
        var now = under.AddOrUpdate(host, 1, (_, count) => count + 1);
        lock (under)
            MostAtOnce = Math.Max(MostAtOnce, now);
        try
        {
            await Task.Delay(delay, context.RequestAborted);
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync(Feed(path));
        }
        catch (OperationCanceledException)
        {
            // Whoever asked was killed.
        }
        finally
        {
            under.AddOrUpdate(host, 0, (_, count) => count - 1);
        }
    }

    private static string Feed(string path) => "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title>" + string.Concat(Enumerable.Range(0, 3).Select(at => string.Create(CultureInfo.InvariantCulture,
        $"<item><title>Release {at} of the makers at {path}</title><link>https://quay.example{path}/{at}</link><guid>{path}-{at}</guid><pubDate>{new DateTime(2026, 2, 3, at, 0, 0, DateTimeKind.Utc):R}</pubDate><description>The makers at {path} showed release {at} to its first customers.</description></item>"))) + "</channel></rss>";
}
