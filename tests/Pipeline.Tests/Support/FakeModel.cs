using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Pipeline.Linguistics;

namespace Pipeline.Tests.Support;

/// <summary>A language model's stand-in: what it says is made of the conversation that it is shown.</summary>
/// <param name="reply">Of the conversation's texts: the rules, the prompt, then replies and repairs by turns.</param>
internal sealed partial class FakeModel(Func<IReadOnlyList<string>, string> reply) : IChatClient
{
    /// <summary>Every conversation, in the order in which it was asked.</summary>
    public List<IReadOnlyList<string>> Asked { get; } = [];

    /// <summary>What was said to each of them.</summary>
    public List<string> Replied { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages.Select(message => message.Text)]);
        Replied.Add(reply(Asked[^1]));
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Replied[^1])) { ModelId = "fake-1" });
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    public static bool IsWeek(IReadOnlyList<string> conversation) => conversation[0].Contains("\"headline\":", StringComparison.Ordinal);

    /// <summary>What a conversation shows under ids: passages or claims.</summary>
    public static IReadOnlyList<(string Id, string Text)> Shown(IReadOnlyList<string> conversation) =>
        [.. Numbered().Matches(conversation[1]).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    /// <summary>Says in the digest's language what it is shown in it, and nothing else.</summary>
    public static string Honest(IReadOnlyList<string> conversation) =>
        IsWeek(conversation) ? HonestWeek(conversation) : HonestTheme(conversation);

    public static string Json(object reply) => JsonSerializer.Serialize(reply);

    private static string HonestTheme(IReadOnlyList<string> conversation)
    {
        var own = Own(conversation).ToList();
        return Json(new { claims = own.Take(3).Select((shown, at) => new { kind = at == 2 ? "impact" : "case", text = shown.Text, evidence = new[] { shown.Id } }) });
    }

    private static string HonestWeek(IReadOnlyList<string> conversation)
    {
        var own = Own(conversation).ToList();
        var theme = Theme().Match(conversation[1]).Groups[1].Value;
        return own.Count < 5 ? "{}" : Json(new
        {
            headline = Part(own.Skip(4).MinBy(shown => shown.Text.Length)),
            introduction = new[] { Part(own[0]) },
            advice = new[] { new { role = IsChinese(conversation) ? "企业" : "Enterprises", text = own[1].Text, claims = new[] { own[1].Id } } },
            signals = new[] { new { theme, signal = Part(own[2]) } },
            closing = new[] { Part(own[3]) },
        });
    }

    private static object Part((string Id, string Text) shown) => new { text = shown.Text, claims = new[] { shown.Id } };

    public static bool IsChinese(IReadOnlyList<string> conversation) => conversation[1].Contains("Simplified Chinese", StringComparison.Ordinal);

    private static IEnumerable<(string Id, string Text)> Own(IReadOnlyList<string> conversation) =>
        Shown(conversation).Where(shown => Script.LanguageOf(shown.Text) == (IsChinese(conversation) ? "zh" : "en"));

    [GeneratedRegex(@"^\[([ec][0-9]+)\] (.*)$", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^Theme (t[0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex Theme();
}
