using Pipeline.Host.Demo;

namespace Pipeline.Tests.Host.Demo;

/// <summary>The sample week being played, and a client that reaches nothing else.</summary>
internal sealed class DemoPlay : IAsyncDisposable
{
    private readonly DemoServer _server;

    private DemoPlay(DemoWeek week, DemoServer server) => (Week, _server, Client) = (week, server, new HttpClient(server.Transport()));

    public DemoWeek Week { get; }

    public HttpClient Client { get; }

    public int Port => _server.Port;

    public static async Task<DemoPlay> StartAsync()
    {
        var week = DemoWeek.Load();
        return new DemoPlay(week, await DemoServer.StartAsync(week));
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return _server.DisposeAsync();
    }
}
