using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Host.Demo;

/// <summary>Plays the sample week over HTTP on 127.0.0.1, every publisher on the one port, told apart by the Host header.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private readonly DemoWeek _week;
    private readonly WebApplication _app;

    private DemoServer(DemoWeek week)
    {
        _week = week;
        // Empty: no configuration files, environment variables or logs of the user's are this server's business.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port: 0);
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public int Port => new Uri(_app.Urls.Single()).Port;

    public static async Task<DemoServer> StartAsync(DemoWeek week, CancellationToken cancellation = default)
    {
        var server = new DemoServer(week);
        await server._app.StartAsync(cancellation);
        return server;
    }

    /// <summary>A handler by which a client reaches the week's publishers, and nobody else.</summary>
    public DemoTransport Transport() => new(Port, _week.Hosts);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var answer = _week.At(new DemoAddress(request.Host.Host, request.Path.Value ?? "/"));
        if (answer.Status == StatusCodes.Status200OK)
            context.Response.Headers.ETag = answer.ETag;
        if (answer.Status == StatusCodes.Status200OK && request.Headers.IfNoneMatch.Contains(answer.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        if (HttpMethods.IsGet(request.Method))
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }
}
