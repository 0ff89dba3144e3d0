using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Host.Commands;

namespace Pipeline.Host.Web;

/// <summary>What a caller must show: <c>Authorization: Bearer …</c> (RFC 6750, section 2.1). Only its hash is held, and no message shows it.</summary>
internal sealed class AccessToken
{
    public const string Variable = "PIPELINE_TOKEN";

    /// <summary>Shorter ones are guessed.</summary>
    private const int Shortest = 16;

    private const string Scheme = "Bearer ";

    private readonly byte[] hash;

    private AccessToken(string token) => hash = Hash(token);

    /// <summary>The token for an address to listen at; null where none is set and only this machine is listened to.</summary>
    /// <param name="file">A file that holds the token; null where the environment does.</param>
    /// <exception cref="UsageException">The token is missing, unreadable or too short, or the address is none.</exception>
    public static AccessToken? For(string url, string? file, Func<string, string?> variable)
    {
        var addresses = Addresses(url);
        var (place, token) = file is null ? (Variable, variable(Variable)) : (file, Read(file));
        token = token?.Trim();
        if (string.IsNullOrEmpty(token))
        {
            return file is null && addresses.All(IsLocal)
                ? null
                : throw new UsageException($"{url} can be reached from other machines, which needs a token of at least {Shortest} characters in the environment's {Variable} or in a file named with --token-file");
        }

        return token.Length >= Shortest
            ? new AccessToken(token)
            : throw new UsageException($"the token from {place} is too short: make it at least {Shortest} characters, such as 'openssl rand -hex 32' prints");
    }

    /// <remarks>Hashes are compared, in constant time: neither content nor length of the token shows in how long it takes.</remarks>
    public bool Accepts(string? authorization) =>
        authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true
        && CryptographicOperations.FixedTimeEquals(Hash(authorization[Scheme.Length..].Trim()), hash);

    private static List<BindingAddress> Addresses(string url)
    {
        try
        {
            var addresses = url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(BindingAddress.Parse).ToList();
            if (addresses.Count > 0 && addresses.All(address => address.Scheme is "http" or "https" && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort))
                return addresses;
        }
        catch (FormatException)
        {
            // Told below, like what only looks like an address.
        }

        throw new UsageException($"'{url}' is no address to listen at; one looks like http://127.0.0.1:8765");
    }

    /// <summary>Whether only this machine reaches it; a socket in the file system is guarded by its own rights.</summary>
    private static bool IsLocal(BindingAddress address) => address.IsUnixPipe || address.IsNamedPipe || IsLoopback(address.Host);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the token can't be read: {exception.Message}");
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
