using System.IO.Compression;

namespace Pipeline.Fetching;

/// <summary>Reads an answer's body and unpacks it (RFC 9110, section 8.4), never more of either than a cap.</summary>
internal static class PackedBody
{
    /// <summary>What is asked for in Accept-Encoding.</summary>
    public const string Encodings = "gzip, br, deflate";

    /// <summary>Nobody packs an honest answer three times.</summary>
    private const int Layers = 2;

    /// <summary>
    /// What came before the cap was reached, as sent or unpacked, and whether that was all: a small packed answer may hold
    /// gigabytes, and a large one nothing.
    /// </summary>
    /// <exception cref="InvalidDataException">It is packed in another way than it says, or in one that was not asked for.</exception>
    public static async Task<(byte[] Body, bool IsWhole)> ReadAsync(HttpContent content, string? encoding, int cap, CancellationToken cancellation)
    {
        var sent = new CountedStream(await content.ReadAsStreamAsync(cancellation), cap);
        await using var stream = await UnpackedAsync(sent, encoding, cancellation);
        using var body = new MemoryStream((int)Math.Min(content.Headers.ContentLength ?? 0, cap));
        var isWhole = await CopyAsync(stream, body, cap, cancellation);
        return (body.ToArray(), isWhole);
    }

    private static async Task<bool> CopyAsync(Stream stream, MemoryStream body, int cap, CancellationToken cancellation)
    {
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
            {
                var room = cap - (int)body.Length;
                body.Write(buffer, 0, Math.Min(read, room));
                if (read > room)
                    return false;
            }
        }
        catch (CapException)
        {
            return false;
        }
        return true;
    }

    private static async Task<Stream> UnpackedAsync(Stream sent, string? encoding, CancellationToken cancellation)
    {
        var layers = (encoding ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (layers.Length > Layers)
            throw new InvalidDataException("packed too often");
        var stream = sent;
        // The last one named was put on last.
        foreach (var layer in layers.Reverse())
            stream = await UnpackedLayerAsync(stream, layer.ToLowerInvariant(), cancellation);
        return stream;
    }

    private static async Task<Stream> UnpackedLayerAsync(Stream stream, string layer, CancellationToken cancellation) => layer switch
    {
        "identity" or "none" or "utf-8" => stream, // the last two are no encodings, but are sent with bodies that have none
        "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
        "br" => new BrotliStream(stream, CompressionMode.Decompress),
        "deflate" => await InflatedAsync(stream, cancellation),
        _ => throw new InvalidDataException($"an encoding that was not asked for: {layer}"),
    };

    /// <summary>The name stands for zlib's format, but some servers send the bare one (RFC 9110, section 8.4.1.2).</summary>
    private static async Task<Stream> InflatedAsync(Stream stream, CancellationToken cancellation)
    {
        var first = new byte[1];
        var read = await stream.ReadAtLeastAsync(first, 1, throwOnEndOfStream: false, cancellation);
        var whole = new PrefixedStream(first.AsMemory(0, read), stream);
        // Zlib's first byte names the method, 8, in its low half; a bare block can't begin so.
        return read == 1 && (first[0] & 0x0F) == 8 ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
    }
}
