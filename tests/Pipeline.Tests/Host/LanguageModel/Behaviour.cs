using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Model;
using Pipeline.Sources;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Host.LanguageModel;

/// <summary>What an endpoint does with a request.</summary>
/// <param name="Why">The word under which the first theme is left to the extractive analyst; null where the model writes it all the same.</param>
internal sealed record Behaviour(string Name, string? Why, Func<HttpContext, int, IReadOnlyList<string>, Task> Answer)
{
    public Func<ModelSettings, ModelSettings> Settings { get; init; } = settings => settings;

    public string? KeyInEnvironment { get; init; } = ModelRig.Key;

    /// <summary>The most requests that it may take to find out: a broken endpoint is not asked for ever.</summary>
    public int MostRequests { get; init; } = 8;

    public override string ToString() => Name;

    public static IReadOnlyList<Behaviour> All { get; } =
    [
        new("answers", null, Honest),
        new("wants a key that is not set", NoReply.NoKey, Honest) { KeyInEnvironment = null, MostRequests = 0 },
        new("wants a key that is empty", NoReply.NoKey, Honest) { KeyInEnvironment = "  ", MostRequests = 0 },
        new("wants a key that has a line break in it", NoReply.NoKey, Honest) { KeyInEnvironment = "sk-a\nb", MostRequests = 0 },
        new("401, with the key in its text", NoReply.Unauthorised, (context, _, _) => FakeEndpoint.SayAsync(context, "{\"error\": {\"message\": \"Incorrect API key provided: " + ModelRig.Key + "\"}}", status: 401)) { MostRequests = 1 },
        new("403", NoReply.Unauthorised, Status(403)) { MostRequests = 1 },
        new("404", NoReply.Rejected, Status(404)) { MostRequests = 1 },
        new("400", NoReply.Rejected, (context, _, _) => FakeEndpoint.SayAsync(context, """{"error": {"message": "response_format is not supported"}}""", status: 400)) { MostRequests = 1 },
        new("429 for ever", NoReply.RateLimited, Status(429)) { MostRequests = 4 },
        new("429 once", null, Once(429, "1")),
        new("429 until tomorrow", NoReply.RateLimited, (context, _, _) => After(context, 429, "86400")) { MostRequests = 2 },
        new("429 with a date", null, Once(429, "Wed, 21 Oct 2099 07:28:00 GMT")),
        new("500 for ever", NoReply.ServerError, Status(500)) { MostRequests = 4 },
        new("502 with a page", NoReply.ServerError, (context, _, _) => FakeEndpoint.SayAsync(context, "<html>Bad gateway</html>", "text/html", 502)) { MostRequests = 4 },
        new("503 once", null, Once(503, null)),
        new("529", NoReply.ServerError, Status(529)) { MostRequests = 4 },
        new("408", NoReply.Timeout, Status(408)) { MostRequests = 2 },
        new("breaks off before the head", NoReply.Unreachable, Abort) { MostRequests = 4 },
        new("breaks off in the middle", NoReply.Unreachable, HalfThenAbort) { MostRequests = 4 },
        new("never answers", NoReply.Timeout, (context, _, _) => FakeEndpoint.HangAsync(context)) { Settings = Quick, MostRequests = 2 },
        new("drips", NoReply.Timeout, Drip) { Settings = Quick, MostRequests = 2 },
        new("leads elsewhere", NoReply.Rejected, (context, _, _) => { context.Response.Headers.Location = "http://127.0.0.1:9/"; context.Response.StatusCode = 307; return Task.CompletedTask; }) { MostRequests = 1 },
        new("200 with an error", NoReply.NoAnswer, Say("""{"error": {"message": "overloaded", "code": 503}}""")) { MostRequests = 2 },
        new("200 with a page", NoReply.NoAnswer, (context, _, _) => FakeEndpoint.SayAsync(context, "<!doctype html><title>Sign in</title>", "text/html")) { MostRequests = 2 },
        new("200 with nothing", NoReply.NoAnswer, Say("")) { MostRequests = 2 },
        new("200 with null", NoReply.NoAnswer, Say("null")) { MostRequests = 2 },
        new("200 with a list", NoReply.NoAnswer, Say("[]")) { MostRequests = 2 },
        new("half a completion", NoReply.NoAnswer, Say(FakeEndpoint.Completion("{}")[..80])) { MostRequests = 2 },
        new("no choices", NoReply.NoAnswer, Say("""{"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": []}""")) { MostRequests = 2 },
        new("a stream that nobody asked for", NoReply.NoAnswer, (context, _, _) => FakeEndpoint.SayAsync(context, "data: {\"choices\": [{\"delta\": {\"content\": \"{\"}}]}\n\ndata: [DONE]\n\n", "text/event-stream")) { MostRequests = 2 },
        new("no content", NoReply.Empty, (context, _, _) => FakeEndpoint.AnswerAsync(context, null)) { MostRequests = 2 },
        new("white space", NoReply.Empty, Text(" \n ")) { MostRequests = 2 },
        new("a tool call", NoReply.Empty, (context, _, _) => FakeEndpoint.AnswerAsync(context, null, "tool_calls", toolCalls: new[] { new { id = "1", type = "function", function = new { name = "send_mail", arguments = "{}" } } })) { MostRequests = 2 },
        new("a refusal", NoReply.Declined, (context, _, _) => FakeEndpoint.AnswerAsync(context, null, refusal: "I can't help with that.")) { MostRequests = 2 },
        new("a content filter", NoReply.Declined, (context, _, _) => FakeEndpoint.AnswerAsync(context, "{\"claims\": [", "content_filter")) { MostRequests = 2 },
        new("a refusal in prose", NoReply.Unreadable, Text("I'm sorry, but I can't help with that.")),
        new("broken JSON", NoReply.Unreadable, Text("{\"claims\": [{\"kind\": \"case\" \"text\"]}")),
        new("a reply cut off at its limit", NoReply.Unreadable, (context, _, conversation) => FakeEndpoint.AnswerAsync(context, FakeModel.Honest(conversation)[..20], "length")),
        new("a reply cut off the first time", null, (context, _, conversation) => FakeEndpoint.AnswerAsync(context, conversation.Count == 2 ? FakeModel.Honest(conversation)[..20] : FakeModel.Honest(conversation), conversation.Count == 2 ? "length" : "stop")),
        new("fenced JSON", null, (context, _, conversation) => FakeEndpoint.AnswerAsync(context, $"```json\n{FakeModel.Honest(conversation)}\n```")),
        new("JSON nested a thousand deep", NoReply.Unreadable, Text(string.Concat(Enumerable.Repeat("{\"claims\":", 1000)) + "1" + new string('}', 1000))),
        new("invented ids", NoReply.Unsupported, (context, _, conversation) => FakeEndpoint.AnswerAsync(context, FakeModel.Honest(conversation).Replace("[\"e", "[\"e9", StringComparison.Ordinal).Replace("[\"c", "[\"c9", StringComparison.Ordinal))),
        new("no ids", NoReply.Unsupported, Text("{\"claims\": [{\"kind\": \"case\", \"text\": \"Quillon opened its Atlas 3 model to enterprises on Tuesday.\"}], \"headline\": {\"text\": \"Atlas 3\"}}")),
        new("the wrong language", NoReply.Unsupported, Text("{\"claims\": [{\"kind\": \"case\", \"text\": \"启隆公司周二向企业开放 Atlas 3 模型。\", \"evidence\": [\"e2\"]}]}")),
        new("nothing", NoReply.Unsupported, Text("{\"claims\": []}")),
        new("things of other types", NoReply.Unsupported, Text("{\"claims\": [7, null, \"x\", {\"text\": 1, \"evidence\": {}}], \"headline\": [], \"signals\": {\"a\": 1}}")),
        new("changed numbers", NoReply.Unsupported, (context, _, conversation) => FakeEndpoint.AnswerAsync(context, Spoilt(conversation))),
        new("markup and links", NoReply.Unsupported, Text("{\"claims\": [{\"kind\": \"case\", \"text\": \"<img src=x onerror=alert(1)> [Atlas](javascript:alert(1)) {{ 7 | times: 7 }}\", \"evidence\": [\"e1\"]}]}")),
        new("control characters and half pairs", NoReply.Unsupported, Text("{\"claims\": [{\"kind\": \"case\", \"text\": \"Quillon\\u0000 opened \\ud83d Atlas \\u202e 3\", \"evidence\": [\"e1\", \"\\udc00\"]}]}")),
        new("two megabytes", NoReply.TooLarge, Text(new string('x', 2_000_000))) { MostRequests = 2 },
        new("a hundred thousand characters of JSON", NoReply.Unreadable, Text("{\"claims\": [{\"text\": \"" + new string('x', 120_000) + "\"}]}")),
        new("ten thousand claims", NoReply.Unsupported, Text("{\"claims\": [" + string.Join(',', Enumerable.Repeat("{\"text\":\"x\"}", 7_000)) + "]}")),
        new("a use that can't be", null, (context, _, conversation) => FakeEndpoint.AnswerAsync(context, FakeModel.Honest(conversation), usage: new { prompt_tokens = -5, completion_tokens = -7, total_tokens = -12 })),
        new("no use at all", null, (context, _, conversation) => FakeEndpoint.SayAsync(context, FakeEndpoint.Completion(FakeModel.Honest(conversation)).Replace("\"usage\"", "\"used\"", StringComparison.Ordinal))),
        new("a budget of tokens that is too small", NoReply.Budget, Honest) { Settings = settings => settings with { Tokens = 500 }, MostRequests = 0 },
        new("a budget of money that is too small", NoReply.Budget, Honest) { Settings = settings => settings with { Money = 0.0001m, Providers = [settings.Providers[0] with { InputPrice = 1, OutputPrice = 5 }] }, MostRequests = 0 },
        new("no time", NoReply.Timeout, Honest) { Settings = settings => settings with { TimeLimit = TimeSpan.Zero }, MostRequests = 0 },
        new("no JSON mode", null, Honest) { Settings = settings => settings with { Providers = [settings.Providers[0] with { HasJsonMode = false }] } },
    ];

    private static Task Honest(HttpContext context, int number, IReadOnlyList<string> conversation) => FakeEndpoint.AnswerAsync(context, FakeModel.Honest(conversation));

    private static Func<HttpContext, int, IReadOnlyList<string>, Task> Status(int status) => (context, _, _) => FakeEndpoint.SayAsync(context, "{}", status: status);

    private static Func<HttpContext, int, IReadOnlyList<string>, Task> Say(string body) => (context, _, _) => FakeEndpoint.SayAsync(context, body);

    private static Func<HttpContext, int, IReadOnlyList<string>, Task> Text(string text) => (context, _, _) => FakeEndpoint.AnswerAsync(context, text);

    private static Func<HttpContext, int, IReadOnlyList<string>, Task> Once(int status, string? after) =>
        (context, number, conversation) => number == 1 ? After(context, status, after) : Honest(context, number, conversation);

    private static Task After(HttpContext context, int status, string? after)
    {
        if (after is not null)
            context.Response.Headers.RetryAfter = after;
        return FakeEndpoint.SayAsync(context, "{}", status: status);
    }

    private static Task Abort(HttpContext context, int number, IReadOnlyList<string> conversation)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task HalfThenAbort(HttpContext context, int number, IReadOnlyList<string> conversation)
    {
        context.Response.ContentLength = 5000;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(FakeEndpoint.Completion("{}")[..40]));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static async Task Drip(HttpContext context, int number, IReadOnlyList<string> conversation)
    {
        await context.Response.Body.WriteAsync("{"u8.ToArray());
        await context.Response.Body.FlushAsync();
        await FakeEndpoint.HangAsync(context);
    }

    /// <summary>On the hasty clock this is no time at all.</summary>
    private static ModelSettings Quick(ModelSettings settings) => settings with { Providers = [settings.Providers[0] with { Timeout = TimeSpan.FromSeconds(5) }] };

    private static string Spoilt(IReadOnlyList<string> conversation)
    {
        var (id, _) = FakeModel.Shown(conversation)[0];
        return FakeModel.Json(new { claims = new[] { new { kind = "case", text = "Quillon sold 4,711 copies of Atlas 9 in Novgorod.", evidence = new[] { id } } }, headline = new { text = "4,711 copies sold", claims = new[] { id } } });
    }
}
