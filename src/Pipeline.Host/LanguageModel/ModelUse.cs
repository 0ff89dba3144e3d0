using Pipeline.Model;

namespace Pipeline.Host.LanguageModel;

/// <summary>What a run used of language models, for its report.</summary>
internal sealed class ModelUse
{
    private readonly List<Trouble> _takeovers = [];

    /// <summary>Requests sent, those that failed among them.</summary>
    public int Requests { get; private set; }

    /// <summary>Replies taken from the archive.</summary>
    public int Kept { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>At the prices in sources.yaml, as far as they stand there.</summary>
    public decimal Money { get; private set; }

    /// <summary>Failures that another provider made good, or an earlier reply.</summary>
    public IReadOnlyList<Trouble> Takeovers => _takeovers;

    public void Sent() => Requests++;

    public void Took() => Kept++;

    public void Spent(long input, long output, decimal money) =>
        (InputTokens, OutputTokens, Money) = (InputTokens + input, OutputTokens + output, Money + money);

    public void TookOver(IEnumerable<Trouble> failures) => _takeovers.AddRange(failures);
}
