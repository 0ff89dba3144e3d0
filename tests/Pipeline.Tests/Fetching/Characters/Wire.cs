using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Pipeline.Tests.Fetching.Characters;

/// <summary>A connection on which a request has come in, and what a character can do with it: bytes as they are, nothing kept right for it.</summary>
internal sealed class Wire(Stream stream, string request, Action<TimeSpan> pass, CancellationToken gone)
{
    /// <summary>What a feed of one entry looks like.</summary>
    public const string Feed = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Lab</title><item><title>A ship of glass</title>"
        + "<link>https://lab.example/1</link><guid>1</guid><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate><description>Said on Tuesday.</description></item></channel></rss>";

    public string Path { get; } = request.Split(' ') is [_, var path, ..] ? path : "";

    public string Request { get; } = request;

    /// <summary>Lets the client's clock go on.</summary>
    public Action<TimeSpan> Pass { get; } = pass;

    public CancellationToken Gone { get; } = gone;

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, Gone);
        await stream.FlushAsync(Gone);
    }

    /// <summary>A status line and headers, each with its own "Name: value".</summary>
    public Task HeadAsync(string status, params string[] headers) =>
        SendAsync($"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}Connection: close\r\n\r\n");

    public async Task AnswerAsync(string status, byte[] body, params string[] headers)
    {
        await HeadAsync(status, [string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"), .. headers]);
        await SendAsync(body);
    }

    public Task AnswerAsync(string status, string body, params string[] headers) => AnswerAsync(status, Encoding.UTF8.GetBytes(body), headers);

    public Task FeedAsync(params string[] headers) => AnswerAsync("200 OK", Feed, headers);

    /// <summary>Until the client hangs up.</summary>
    public Task SendForEverAsync(string text) => SendForEverAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendForEverAsync(byte[] bytes)
    {
        while (!Gone.IsCancellationRequested)
            await SendAsync(bytes);
    }

    /// <summary>Says nothing more, and waits for the client to hang up.</summary>
    public async Task HoldAsync()
    {
        var nothing = new byte[1];
        while (await stream.ReadAsync(nothing, Gone) > 0)
        {
        }
    }

    public static byte[] Gzip(byte[] bytes) => Packed(bytes, stream => new GZipStream(stream, CompressionLevel.SmallestSize));

    public static byte[] Brotli(byte[] bytes) => Packed(bytes, stream => new BrotliStream(stream, CompressionLevel.Fastest));

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
