using System.Net;
using Pipeline.Fetching;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Fetching;

/// <summary>Names that lead inside: by a redirect, or because they resolve to something else the second time.</summary>
public sealed class RebindingTests : IAsyncLifetime
{
    private LoopbackServer server = null!;

    public async Task InitializeAsync() => server = (await LoopbackServer.StartAsync()).Map("/secret", "the metadata service's keys");

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("http://127.0.0.1:PORT/secret")]
    [InlineData("http://localhost:PORT/secret")]
    [InlineData("http://[::ffff:7f00:1]:PORT/secret")]
    [InlineData("http://inside.example:PORT/secret")]
    [InlineData("http://news.example:PORT/secret")] // the name that was public a moment ago
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://0.0.0.0:PORT/secret")]
    public async Task A_redirect_inside_is_refused_when_the_socket_is_opened(string location)
    {
        server.Redirect("/feed", location.Replace("PORT", $"{server.Root.Port}", StringComparison.Ordinal));
        using var transport = new PublicOnce(server.Root.Port);
        using var fetcher = new Fetcher(Collector.AtOnce, transport);

        var outcome = await fetcher.FetchAsync(new FetchRequest(new Uri("http://news.example/feed")), default);

        var failed = Assert.IsType<Failed>(outcome);
        Assert.Contains("no public address", failed.Why, StringComparison.Ordinal);
        Assert.False(failed.MayPass);
        Assert.DoesNotContain(server.Requests, seen => seen.Path == "/secret");
    }

    /// <summary>The first request reaches our server as if it were on the internet; all others go the way that real ones go.</summary>
    private sealed class PublicOnce(int port) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker outside = new(Sockets.Handler(Collector.AtOnce, allowPrivate: true, Loopback));
        private readonly HttpMessageInvoker guarded = new(Sockets.Handler(Collector.AtOnce, allowPrivate: false, Loopback));
        private bool begun;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (begun)
                return guarded.SendAsync(request, cancellationToken);
            begun = true;
            request.RequestUri = new UriBuilder(request.RequestUri!) { Port = port }.Uri;
            return outside.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            outside.Dispose();
            guarded.Dispose();
            base.Dispose(disposing);
        }

        /// <summary>A name server that answers every name with loopback, and an address with itself.</summary>
        private static Task<IPAddress[]> Loopback(string host, CancellationToken cancellation) =>
            Task.FromResult(IPAddress.TryParse(host, out var address) ? new[] { address } : [IPAddress.Loopback]);
    }
}
