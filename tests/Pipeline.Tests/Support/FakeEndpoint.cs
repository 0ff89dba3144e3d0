using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Tests.Support;

/// <summary>An OpenAI-compatible endpoint on loopback that behaves as it is told to.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private FakeEndpoint(LoopbackServer server) => _server = server;

    /// <summary>What goes before /chat/completions.</summary>
    public Uri Url => _server.Url("/v1");

    public ConcurrentQueue<Seen> Requests => _server.Requests;

    /// <param name="behave">Of the request's number, from 1, and the conversation's texts.</param>
    public static async Task<FakeEndpoint> StartAsync(Func<HttpContext, int, IReadOnlyList<string>, Task> behave)
    {
        var server = await LoopbackServer.StartAsync();
        var number = 0;
        server.Map("/v1/chat/completions", async context =>
        {
            var body = (await JsonNode.ParseAsync(context.Request.Body))!;
            await behave(context, Interlocked.Increment(ref number), [.. body["messages"]!.AsArray().Select(message => Text(message!["content"]!))]);
        });
        return new FakeEndpoint(server);
    }

    public static Task<FakeEndpoint> HonestAsync() => StartAsync((context, _, conversation) => AnswerAsync(context, FakeModel.Honest(conversation)));

    /// <summary>A chat completion with a text.</summary>
    public static Task AnswerAsync(HttpContext context, string? text, string finish = "stop", object? usage = null, string? refusal = null, object? toolCalls = null) =>
        SayAsync(context, Completion(text, finish, usage, refusal, toolCalls));

    public static string Completion(string? text, string finish = "stop", object? usage = null, string? refusal = null, object? toolCalls = null)
    {
        var message = new Dictionary<string, object?> { ["role"] = "assistant", ["content"] = text, ["refusal"] = refusal };
        if (toolCalls is not null)
            message["tool_calls"] = toolCalls;
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1770000000,
            ["model"] = "whatever-it-calls-itself",
            ["choices"] = new[] { new { index = 0, message, finish_reason = finish } },
            ["usage"] = usage ?? new { prompt_tokens = 1000, completion_tokens = 100, total_tokens = 1100 },
        });
    }

    public static async Task SayAsync(HttpContext context, string body, string type = "application/json", int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    }

    /// <summary>Until the client goes away.</summary>
    public static async Task HangAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // It went.
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Text(JsonNode content) => content is JsonArray parts ? string.Concat(parts.Select(part => part!["text"]!.ToString())) : content.ToString();
}
