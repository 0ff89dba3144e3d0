using Microsoft.Extensions.AI;
using Pipeline.Analysis.Prompting;

namespace Pipeline.Analysis;

/// <summary>A language model and what it is asked with.</summary>
/// <param name="Client">Throws <see cref="Model.NoReplyException"/> where it has no reply; asked for one reply at a time.</param>
public sealed record ModelWriter(IChatClient Client, Prompts Prompts);
