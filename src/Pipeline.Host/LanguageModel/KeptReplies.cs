using Microsoft.Extensions.AI;
using Pipeline.Model;

namespace Pipeline.Host.LanguageModel;

/// <summary>Keeps what came of every request, failures too, so that a rebuild asks nothing and writes the same.</summary>
/// <param name="keeps">False where nothing is to be written.</param>
internal sealed class KeptReplies(IChatClient inner, IArchive archive, Asking asking, bool keeps, ModelUse use) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages.ToList();
        var request = RequestHash.Of(asked);
        var kept = await archive.ReplyAsync(request, cancellationToken);
        if (asking == Asking.Nothing)
            return Replay(kept);
        if (asking == Asking.Missing && kept is { Failure: null })
            return Replay(kept);
        try
        {
            var response = await base.GetResponseAsync(asked, options, cancellationToken);
            await KeepAsync(Reply(request, response));
            return response;
        }
        catch (NoReplyException none) when (kept is { Failure: null })
        {
            // What was answered once is better than nothing.
            use.TookOver([new Trouble("the language model", "asking again", $"{none.Message}; the earlier reply stays")]);
            return Replay(kept);
        }
        catch (NoReplyException none)
        {
            await KeepAsync(new ModelReply(request) { Failure = none.Failure });
            throw;
        }
    }

    private ChatResponse Replay(ModelReply? kept)
    {
        if (kept is null)
            throw new NoReplyException(NoReply.NotAsked, "it was never asked for this, and a rebuild asks nothing; 'pipeline rebuild WEEK --fresh' does");
        if (kept.Failure is { } failure)
            throw new NoReplyException(failure, $"it had no reply when it was asked ({failure}); 'pipeline rebuild WEEK --fresh' asks again");
        use.Took();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, kept.Text))
        {
            ModelId = kept.Model,
            FinishReason = kept.Complete ? ChatFinishReason.Stop : ChatFinishReason.Length,
        };
    }

    private static ModelReply Reply(string request, ChatResponse response) => new(request)
    {
        Text = response.Text,
        Complete = response.FinishReason != ChatFinishReason.Length,
        Model = response.ModelId,
    };

    /// <summary>Not to be interrupted: it is paid for.</summary>
    private Task KeepAsync(ModelReply reply) => keeps ? archive.KeepReplyAsync(reply, CancellationToken.None) : Task.CompletedTask;
}
