using System.Net;
using System.Net.Sockets;

namespace Pipeline.Fetching;

/// <summary>A host has no address that may be asked.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"{host} has no public address (allow-private: true lets a source use it)");

/// <summary>The addresses of a host's name.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellation);

/// <summary>The socket handlers under the client: no cookies, no credentials, no redirects and no unpacking of their own.</summary>
/// <remarks>
/// Addresses are checked where the socket is opened, after the name was resolved: a name that resolves differently the second
/// time (DNS rebinding) gains nothing. No proxy is used, since a proxy would resolve the name in our place, unchecked.
/// </remarks>
public static class Sockets
{
    /// <summary>A handler fit for <see cref="Fetcher"/>; with <paramref name="allowPrivate"/> it connects to any address.</summary>
    /// <param name="resolve">The system's where null.</param>
    public static SocketsHttpHandler Handler(FetchOptions options, bool allowPrivate, Resolve? resolve = null) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.None, // PackedBody counts what is sent and what it unpacks to
        ConnectTimeout = options.ConnectTimeout,
        MaxResponseHeadersLength = options.LargestHeaders,
        MaxResponseDrainSize = 64 * 1024, // what was refused for its size is not read to its end
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a changed DNS record is noticed
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10), // thousands of hosts are asked one thing each
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowPrivate, resolve ?? Dns.GetHostAddressesAsync, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, bool allowPrivate, Resolve resolve, CancellationToken cancellation)
    {
        var addresses = await resolve(endPoint.Host, cancellation);
        var allowed = addresses.Where(address => allowPrivate || PublicAddress.Is(address)).ToArray();
        if (allowed.Length == 0)
            throw new AddressRefusedException(endPoint.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
