using System.Net;

namespace Pipeline.Host.Demo;

/// <summary>
/// Sends <c>https://anything.example/…</c> as plain HTTP to the demo's server and refuses every other host. The caller sees
/// its own request and URI, so that no port and no 127.0.0.1 can get into what it writes.
/// </summary>
internal sealed class DemoTransport(int port, IEnumerable<string> hosts) : DelegatingHandler(Loopback())
{
    private readonly HashSet<string> _hosts = new(hosts, StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = Redirected(request);
        var response = await base.SendAsync(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = Redirected(request);
        var response = base.Send(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private HttpRequestMessage Redirected(HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } uri || !_hosts.Contains(uri.Host))
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"the sample week has no such host: {request.RequestUri}");

        var sent = new HttpRequestMessage(request.Method, new UriBuilder("http", "127.0.0.1", port) { Path = uri.AbsolutePath, Query = uri.Query }.Uri)
        {
            Version = HttpVersion.Version11,
            Content = request.Content,
        };
        foreach (var (name, values) in request.Headers)
            sent.Headers.TryAddWithoutValidation(name, values);
        sent.Headers.Host = uri.Host;
        return sent;
    }

    private static SocketsHttpHandler Loopback() => new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
}
