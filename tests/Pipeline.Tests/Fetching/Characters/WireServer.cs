using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Tests.Fetching.Characters;

/// <summary>A server on sockets alone, so that it can do what no well-made server does. One address, one character.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Func<Wire, Task> play;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;
    private int asked;

    private WireServer(IPAddress address, Func<Wire, Task> play)
    {
        this.play = play;
        listener = new TcpListener(address, 0);
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Lets the client's clock go on, where it has one of its own.</summary>
    public Action<TimeSpan> Pass { get; set; } = _ => { };

    public int Asked => asked;

    public Uri Url(string path) => new($"http://{listener.LocalEndpoint}/{path}");

    public static WireServer Start(Func<Wire, Task> play, IPAddress? address = null) => new(address ?? IPAddress.Loopback, play);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await serving;
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var playing = new List<Task>();
        try
        {
            while (true)
                playing.Add(PlayAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(playing);
        }
    }

    private async Task PlayAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                if (await RequestAsync(stream) is not { } request)
                    return;
                Interlocked.Increment(ref asked);
                await play(new Wire(stream, request, Pass, stopping.Token));
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client has hung up, or the test is over: nobody is left to be told.
            }
        }
    }

    private async Task<string?> RequestAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, stopping.Token);
            if (read == 0)
                return null;
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        return head.ToString();
    }
}
