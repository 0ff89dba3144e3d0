using System.Globalization;
using Pipeline.Model;
using Pipeline.Sources;

namespace Pipeline.Host.LanguageModel;

/// <summary>What one run may take, in tokens, money and time. Nothing is sent that could go beyond it.</summary>
internal sealed class Budget(ModelSettings settings, ModelUse use, TimeProvider clock)
{
    private const decimal Million = 1_000_000;

    /// <summary>An answer that has to be shorter is no use.</summary>
    private const long ShortestAnswer = 200;

    public TimeLimit Time { get; } = new(settings.TimeLimit, "analyst's", clock);

    /// <summary>How long an answer to a request of so many tokens may be.</summary>
    /// <exception cref="NoReplyException">Too short to be of use.</exception>
    public int LongestAnswer(ModelProvider provider, long input)
    {
        var tokens = settings.Tokens - use.InputTokens - use.OutputTokens - input;
        if (settings.Money is { } money)
            tokens = Math.Min(tokens, Affordable(provider, money - use.Money - Price(provider, input, 0), tokens));
        var longest = Math.Min(provider.LongestAnswer, tokens);
        return longest >= ShortestAnswer ? (int)longest : throw new NoReplyException(NoReply.Budget, string.Create(CultureInfo.InvariantCulture,
            $"the budget is spent: {use.InputTokens + use.OutputTokens} tokens and {use.Money:0.####} in money are used, and a request of {input} tokens is too much ('budget' in sources.yaml)"));
    }

    /// <summary>What a provider says of its own use is believed as far as it can be true; where it says nothing, the estimate counts.</summary>
    public void Spend(ModelProvider provider, long input, long output)
    {
        use.Spent(input, output, Price(provider, input, output));
        Telemetry.Spent(provider.Model, input, output);
    }

    private static long Affordable(ModelProvider provider, decimal money, long most) =>
        money <= 0 ? 0 : provider.OutputPrice is > 0 and { } price ? (long)Math.Min(most, decimal.Floor(money / price * Million)) : most;

    private static decimal Price(ModelProvider provider, long input, long output) =>
        ((input * (provider.InputPrice ?? 0)) + (output * (provider.OutputPrice ?? 0))) / Million;
}
