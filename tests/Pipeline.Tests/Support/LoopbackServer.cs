using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Tests.Support;

/// <summary>A request as the server saw it.</summary>
internal sealed record Seen(string Host, string Path, IHeaderDictionary Headers);

/// <summary>A real web server on 127.0.0.1, on a free port: paths are mapped to handlers, requests are remembered in order.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> handlers = new(StringComparer.Ordinal);

    private LoopbackServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(HandleAsync);
    }

    /// <summary>With a slash at the end.</summary>
    public Uri Root { get; private set; } = null!;

    public ConcurrentQueue<Seen> Requests { get; } = new();

    public static async Task<LoopbackServer> StartAsync()
    {
        var server = new LoopbackServer();
        await server.app.StartAsync();
        var addresses = server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Root = new Uri(addresses.Addresses.Single());
        return server;
    }

    public Uri Url(string path) => new(Root, path);

    public LoopbackServer Map(string path, RequestDelegate handler)
    {
        handlers[path] = handler;
        return this;
    }

    public LoopbackServer Map(string path, string body, string type = "text/xml; charset=utf-8") => Map(path, context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    });

    public LoopbackServer Status(string path, int status) => Map(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    public LoopbackServer Redirect(string path, string location, int status = 302) => Map(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
    }

    private Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        Requests.Enqueue(new Seen(context.Request.Host.Value ?? "", path, new HeaderDictionary(context.Request.Headers.ToDictionary())));
        if (handlers.TryGetValue(path, out var handler))
            return handler(context);
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
