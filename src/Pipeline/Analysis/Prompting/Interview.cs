using System.Text.Json;
using Microsoft.Extensions.AI;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What was made of a reply.</summary>
/// <param name="Accepted">How many sentences passed.</param>
/// <param name="Faults">What is to be said to the model about the rest.</param>
internal sealed record Examined<T>(T Value, int Accepted, IReadOnlyList<string> Faults);

/// <summary>Asks for one part of the digest, and once more where what came was not good enough.</summary>
internal sealed class Interview<T>(string part, WritingDesk desk, Func<JsonElement, Examined<T>> examine) where T : class
{
    /// <summary>Of what was wrong, so much is told: a model that got more wrong than this will not get it right.</summary>
    private const int MostFaults = 20, LongestFault = 300;

    /// <summary>How much of its own reply the model is shown again, in characters.</summary>
    private const int LongestEcho = 20_000;

    /// <summary>No temperature: models that think refuse one.</summary>
    private static readonly ChatOptions Options = new() { ResponseFormat = ChatResponseFormat.Json };

    /// <summary>Null where nothing passed; then <see cref="Failure"/> says why.</summary>
    public async Task<T?> AskAsync(string form, string prompt, CancellationToken cancellation)
    {
        List<ChatMessage> messages = [new(ChatRole.System, $"{Instructions.Rules}\n\n{form}"), new(ChatRole.User, prompt)];
        if (await ReplyAsync(messages, cancellation) is not { } first)
            return null;
        var read = Read(first);
        if (read.Faults.Count > 0)
            read = await RepairAsync(messages, first, read, cancellation);
        if (read.Value is null)
            Failure ??= NoReply.Unreadable;
        else if (read.Accepted == 0)
            Failure ??= NoReply.Unsupported;
        return read.Accepted > 0 ? read.Value : null;
    }

    /// <summary>A word of <see cref="NoReply"/>.</summary>
    public string? Failure { get; private set; }

    private async Task<Examined<T?>> RepairAsync(List<ChatMessage> messages, string first, Examined<T?> read, CancellationToken cancellation)
    {
        desk.Repaired();
        var faults = read.Faults.Take(MostFaults).Select(fault => fault.Length <= LongestFault ? fault : fault[..LongestFault] + "…").ToList();
        messages.Add(new ChatMessage(ChatRole.Assistant, first.Length <= LongestEcho ? first : first[..LongestEcho]));
        messages.Add(new ChatMessage(ChatRole.User, desk.Prompts.Repair.Render(new RepairPromptView(desk.LanguageName, faults))));
        if (await ReplyAsync(messages, cancellation) is not { } second)
            return read;
        var again = Read(second);
        if (again.Value is null)
            desk.Trouble(part, string.Join(' ', again.Faults));
        return again.Accepted >= read.Accepted && again.Value is not null ? again : read;
    }

    private Examined<T?> Read(string reply)
    {
        if (ReplyJson.Read(reply, out var fault) is not { } json)
            return new Examined<T?>(null, 0, [fault!]);
        var read = examine(json);
        return new Examined<T?>(read.Value, read.Accepted, read.Faults);
    }

    private async Task<string?> ReplyAsync(IReadOnlyList<ChatMessage> messages, CancellationToken cancellation)
    {
        try
        {
            var response = await desk.Client.GetResponseAsync(messages, Options, cancellation);
            desk.Answered(response.ModelId);
            return response.Text;
        }
        catch (NoReplyException none)
        {
            Failure = none.Failure;
            desk.Trouble(part, none.Message);
            return null;
        }
    }
}
