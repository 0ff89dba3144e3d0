using Microsoft.Extensions.AI;
using Pipeline.Analysis.Prompting;

namespace Pipeline.Analysis;

/// <param name="Client">Throws <see cref="Model.NoReplyException"/> where it has no reply; asked for one reply at a time.</param>
public sealed record ModelWriter(IChatClient Client, Prompts Prompts);
