using Pipeline.Model;

namespace Pipeline.Host.LanguageModel;

/// <summary>What one run may take of a kind of model's time, from the first request on: what it collects before that is none of it.</summary>
/// <param name="whose">Whose time it is, for people.</param>
internal sealed class TimeLimit(TimeSpan limit, string whose, TimeProvider clock)
{
    private long? _began;

    /// <exception cref="NoReplyException">Nothing is left.</exception>
    public TimeSpan Left()
    {
        var left = limit - clock.GetElapsedTime(_began ??= clock.GetTimestamp());
        return left > TimeSpan.Zero ? left : throw new NoReplyException(NoReply.Timeout, $"the {whose} time limit is over ('time-limit' in sources.yaml)");
    }
}
