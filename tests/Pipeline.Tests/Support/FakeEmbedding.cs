using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Pipeline.Model;
using Pipeline.Stories;

namespace Pipeline.Tests.Support;

/// <summary>An embedding model's stand-in: texts of one event lie close together, all others far apart.</summary>
internal static class FakeEmbedding
{
    private const int Length = 96;

    /// <summary>Of an event's vector, how much is the text's own.</summary>
    private const float Own = 0.4f;

    /// <param name="eventOf">Which event a text tells of; null for one of its own.</param>
    public static float[] Of(string text, Func<string, string?>? eventOf = null)
    {
        var (common, own) = (Random(Measured(text) ?? eventOf?.Invoke(text) ?? text), Random("own " + text));
        return [.. common.Zip(own, (shared, alone) => shared + (Own * alone))];
    }

    public static Meanings MeaningsOf(IReadOnlyList<Article> articles, Func<string, string?> eventOf)
    {
        var texts = Meanings.Texts(articles);
        return Meanings.Of(texts, [.. texts.Select(text => new ReadOnlyMemory<float>(Of(text, eventOf)))])!;
    }

    /// <summary>Whatever the runtime makes of a seed: the same numbers for the same text.</summary>
    public static float[] Random(string seed) => [.. Enumerable.Range(0, Length / 8).SelectMany(at => Numbers(SHA256.HashData(Encoding.UTF8.GetBytes($"{at} {seed}"))))];

    private static IEnumerable<float> Numbers(byte[] hash) => Enumerable.Range(0, 8).Select(at => (BinaryPrimitives.ReadInt32LittleEndian(hash.AsSpan(at * 4)) / (float)int.MaxValue));

    private static string? Measured(string text)
    {
        var at = Yardstick.Texts.ToList().IndexOf(text);
        return at < 0 ? null : $"yardstick {at / 4}";
    }
}

/// <summary>An OpenAI-compatible endpoint for embeddings on loopback that behaves as it is told to.</summary>
internal sealed class FakeEmbeddingEndpoint : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private FakeEmbeddingEndpoint(LoopbackServer server) => _server = server;

    /// <summary>What goes before /embeddings.</summary>
    public Uri Url => _server.Url("/v1");

    public ConcurrentQueue<Seen> Requests => _server.Requests;

    /// <summary>Every text that was asked for.</summary>
    public ConcurrentQueue<string> Texts { get; } = new();

    /// <param name="behave">Of the request's number, from 1, and its texts.</param>
    public static async Task<FakeEmbeddingEndpoint> StartAsync(Func<HttpContext, int, IReadOnlyList<string>, Task> behave)
    {
        var server = await LoopbackServer.StartAsync();
        var endpoint = new FakeEmbeddingEndpoint(server);
        var number = 0;
        server.Map("/v1/embeddings", async context =>
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body))!;
            var texts = body["input"]!.AsArray().Select(text => text!.ToString()).ToList();
            texts.ForEach(endpoint.Texts.Enqueue);
            await behave(context, Interlocked.Increment(ref number), texts);
        });
        return endpoint;
    }

    public static Task<FakeEmbeddingEndpoint> HonestAsync(Func<string, string?>? eventOf = null) =>
        StartAsync((context, _, texts) => AnswerAsync(context, texts.Select(text => FakeEmbedding.Of(text, eventOf))));

    public static Task AnswerAsync(HttpContext context, IEnumerable<float[]> vectors) => FakeEndpoint.SayAsync(context, List(vectors));

    /// <param name="packed">Whether vectors are Base64, which the client asks for, or lists of numbers, which some servers send whatever it asks for.</param>
    /// <param name="index">The number that a vector names.</param>
    public static string List(IEnumerable<float[]> vectors, bool packed = false, Func<int, int>? index = null) => JsonSerializer.Serialize(new
    {
        @object = "list",
        data = vectors.Select((vector, at) => new { @object = "embedding", index = index?.Invoke(at) ?? at, embedding = packed ? (object)Packed(vector) : vector }),
        model = "whatever-it-calls-itself",
        usage = new { prompt_tokens = 100, total_tokens = 100 },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Packed(float[] vector)
    {
        var bytes = new byte[vector.Length * 4];
        for (var i = 0; i < vector.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * 4), vector[i]);
        return Convert.ToBase64String(bytes);
    }
}
