using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Tests.Support;

/// <summary>A few invented publishers on loopback: feeds, and the pages behind their entries, in week 2026-W06 or another.</summary>
internal sealed class NewsSite : IAsyncDisposable
{
    private static readonly string[] Makers = ["Brightwater", "Copperleaf", "Duskfield", "Elmhurst", "Foxglove", "Greywick"];
    private static readonly string[] Things = ["an agent for claims offices", "a chip for small servers", "an open translation model", "a data centre in the north", "a rule on training data", "a robot for warehouses"];

    private readonly WebApplication _server;
    private readonly int _entries;
    private readonly DateTimeOffset _first;

    private NewsSite(WebApplication server, int entries, DateTimeOffset first) => (_server, _entries, _first) = (server, entries, first);

    public string Address => _server.Urls.First();

    /// <summary>Whether the first publisher has changed its first article, and the second taken its first away.</summary>
    public bool IsCorrected { get; set; }

    /// <summary>How often each path was asked for.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, int> Asked { get; } = new();

    /// <param name="first">When the first entry was published; the others follow within 45 hours.</param>
    public static async Task<NewsSite> StartAsync(int entries = 12, DateTimeOffset? first = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new NewsSite(app, entries, first ?? new DateTimeOffset(2026, 2, 2, 1, 0, 0, TimeSpan.Zero));
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        return site;
    }

    /// <summary>A sources.yaml for the first so many publishers.</summary>
    public string Sources(int publishers = 6, string extra = "", bool reversed = false) =>
        "site: { language: en, title: Weekly }\nweek: { ends: friday 18:00, zone: Asia/Shanghai }\nfetch: { pace: 0s }\n" + extra + "sources:\n"
        + string.Concat(Enumerable.Range(0, publishers).OrderBy(at => reversed ? -at : at).Select(at => $"  - name: {Makers[at]}\n    url: {Address}/{at}/feed.xml\n    language: en\n    allow-private: true\n"));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Asked.AddOrUpdate(path, 1, (_, count) => count + 1);
        if (path == "/robots.txt")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (IsCorrected && path == "/1/0")
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
            return Task.CompletedTask;
        }

        var parts = path.Split('/');
        var publisher = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var body = parts[2] == "feed.xml" ? Feed(publisher) : Page(publisher, int.Parse(parts[2], CultureInfo.InvariantCulture));
        context.Response.ContentType = parts[2] == "feed.xml" ? "application/rss+xml; charset=utf-8" : "text/html; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    private string Feed(int publisher)
    {
        var correction = IsCorrected ? "Corrected: " : "";
        var items = Enumerable.Range(0, _entries).Select(at => string.Create(CultureInfo.InvariantCulture,
            $"<item><title>{(at == 0 && publisher == 0 ? correction : "")}{Title(publisher, at)}</title><link>{Address}/{publisher}/{at}</link><guid>{publisher}-{at}</guid><pubDate>{Date(publisher, at):R}</pubDate><description>{(at == 0 ? correction : "")}{Lead(publisher, at)}</description></item>"));
        return $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{Makers[publisher]}</title>{string.Concat(items)}</channel></rss>";
    }

    private static string Page(int publisher, int at) => string.Create(CultureInfo.InvariantCulture,
        $"""
        <html lang="en"><head><title>{Title(publisher, at)}</title></head><body><nav><a href="/">Home</a></nav><article><h1>{Title(publisher, at)}</h1>
        <p>{Lead(publisher, at)} The company said the work took {at + 3} months and {publisher + 4} teams.</p>
        <p>{Makers[at % 6]} will cut the price by {at + 10} percent in March 2026, which means that smaller companies could afford it.</p>
        <p>Enterprises should test the release of {Makers[at % 6]} with {at + 2} offices first, the company recommends.</p>
        </article></body></html>
        """);

    private static string Title(int publisher, int at) => $"{Makers[at % 6]} announces {Things[(at + publisher) % 6]}, number {at}";

    private static string Lead(int publisher, int at) => $"{Makers[at % 6]} announced {Things[(at + publisher) % 6]} on Tuesday and showed version {at}.{publisher} to its first {at + 20} customers.";

    private DateTimeOffset Date(int publisher, int at) => _first.AddHours((publisher * 5) + at);
}
