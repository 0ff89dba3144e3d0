using System.Text.Json;
using Microsoft.Extensions.AI;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <param name="Accepted">How many sentences passed.</param>
/// <param name="Faults">What is to be said to the model about the rest.</param>
internal sealed record Examined<T>(T Value, int Accepted, IReadOnlyList<string> Faults);

/// <summary>Asks for one part of the digest, and once more for what was not good enough of it: what was accepted stays.</summary>
/// <param name="join">What was first read, with what was put right of it.</param>
internal sealed class Interview<T>(string part, WritingDesk desk, Func<JsonElement, Examined<T>> examine, Func<T, T, T> join) where T : class
{
    /// <summary>Of what was wrong, so much is told: a model that got more wrong than this will not get it right.</summary>
    private const int MostFaults = 20, LongestFault = 300;

    /// <summary>How much of its own reply the model is shown again, in characters.</summary>
    private const int LongestEcho = 20_000;

    /// <summary>No temperature: models that think refuse one.</summary>
    private static readonly ChatOptions Options = new() { ResponseFormat = ChatResponseFormat.Json };

    /// <summary>A word of <see cref="NoReply"/>.</summary>
    public string? Failure { get; private set; }

    /// <summary>The same for people.</summary>
    public string? Why { get; private set; }

    /// <summary>Null where nothing passed; then <see cref="Failure"/> and <see cref="Why"/> say why.</summary>
    public async Task<T?> AskAsync(string form, string prompt, CancellationToken cancellation)
    {
        List<ChatMessage> messages = [new(ChatRole.System, $"{Instructions.Rules}\n\n{form}"), new(ChatRole.User, prompt)];
        if (await ReplyAsync(messages, cancellation) is not { } first)
            return null;
        var read = Read(first);
        if (read.Faults.Count > 0)
            read = await RepairAsync(messages, first, read, cancellation);
        if (read.Accepted == 0)
        {
            Fail(read.Value is null ? NoReply.Unreadable : NoReply.Unsupported, read.Value is null ? string.Join(' ', read.Faults) : "nothing in the reply passed the gate");
            return null;
        }

        if (Why is not null)
            desk.Trouble(part, $"what was to be put right was left out: {Why}");
        return read.Value;
    }

    private async Task<Examined<T?>> RepairAsync(List<ChatMessage> messages, string first, Examined<T?> read, CancellationToken cancellation)
    {
        desk.Repaired();
        var faults = read.Faults.Take(MostFaults).Select(fault => fault.Length <= LongestFault ? fault : fault[..LongestFault] + "…").ToList();
        messages.Add(new ChatMessage(ChatRole.Assistant, first.Length <= LongestEcho ? first : first[..LongestEcho]));
        messages.Add(new ChatMessage(ChatRole.User, desk.Prompts.Repair.Render(new RepairPromptView(desk.LanguageName, faults, read.Accepted))));
        if (await ReplyAsync(messages, cancellation) is not { } second)
            return read;
        return Join(read, Read(second));
    }

    /// <summary>A second reply takes nothing away: a model that is asked to mend one sentence may spoil another, or forget it.</summary>
    private Examined<T?> Join(Examined<T?> first, Examined<T?> second) =>
        second.Value is null ? first
        : first.Value is null ? second
        : new Examined<T?>(join(first.Value, second.Value), first.Accepted + second.Accepted, second.Faults);

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
            Fail(none.Failure, none.Message);
            return null;
        }
    }

    /// <summary>The first reason counts: what comes after it comes of it.</summary>
    private void Fail(string failure, string why) => (Failure, Why) = (Failure ?? failure, Why ?? why);
}
