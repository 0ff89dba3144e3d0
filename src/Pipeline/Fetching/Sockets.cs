using System.Net;
using System.Net.Sockets;

namespace Pipeline.Fetching;

/// <summary>A host has no address that may be asked.</summary>
internal sealed class AddressRefusedException(string host) : IOException($"{host} has no public address (allow-private: true lets a source use it)");

/// <summary>The socket handlers under the client: no cookies, no credentials, no redirects of their own.</summary>
/// <remarks>
/// Addresses are checked where the socket is opened, after the name was resolved: a name that resolves differently the second
/// time (DNS rebinding) gains nothing. No proxy is used, since a proxy would resolve the name in our place, unchecked.
/// </remarks>
public static class Sockets
{
    /// <summary>A handler fit for <see cref="Fetcher"/>; with <paramref name="allowPrivate"/> it connects to any address.</summary>
    public static SocketsHttpHandler Handler(FetchOptions options, bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a changed DNS record is noticed
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowPrivate, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(endPoint.Host, cancellation);
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
