namespace Pipeline.Sources;

/// <summary>The keys under <c>analyst:</c>, or its name alone.</summary>
internal static class AnalystSection
{
    private const string Extractive = "extractive", Model = "model";

    private static readonly string[] OfModels = ["providers", "budget", "time-limit"];

    private static readonly DurationRange TimeLimits = new(TimeSpan.FromSeconds(1), TimeSpan.FromHours(2), ["s", "m", "h"], "10m");

    private static readonly DurationRange Timeouts = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30), ["s", "m"], "2m");

    /// <summary>Null where the extractive analyst writes.</summary>
    public static ModelSettings? Read(Section root)
    {
        if (root["analyst"] is not Mapping)
            return Bare(root);
        var analyst = root.Below("analyst", ["kind", .. OfModels]).Need("kind", "write kind: extractive or kind: model");
        if (analyst.Text("kind", scalar => Kind(scalar, analyst)) is Model)
            return ReadModel(analyst);
        foreach (var key in OfModels.Where(key => analyst[key] is not null))
            analyst.Faults.Add(analyst[key]!.Place, $"'{key}' means nothing to the extractive analyst", "take it out, or write kind: model");
        return null;
    }

    /// <summary>A name alone can only be that of the extractive analyst.</summary>
    private static ModelSettings? Bare(Section root)
    {
        if (root.Text("analyst", scalar => Kind(scalar, root)) is Model)
            root.Faults.Add(root["analyst"]!.Place, "the analyst 'model' needs to know whom to ask", "write below it kind: model, and providers with an endpoint and a model");
        return null;
    }

    private static string? Kind(Scalar scalar, Section section)
    {
        if (scalar.Value is Extractive or Model)
            return scalar.Value;
        section.Faults.Add(scalar.Place, $"there is no analyst {scalar.Shown}", "write extractive, which needs no language model, or model");
        return null;
    }

    private static ModelSettings ReadModel(Section analyst)
    {
        analyst.Need("providers", "list at least one endpoint with its model");
        var budget = analyst.Below("budget", "tokens", "money");
        var money = budget.Number("money", 0.01m, 1_000_000);
        var providers = analyst.Sections("providers", "a provider", "endpoint", "model", "key", "price", "timeout", "longest-answer", "json-mode") ?? [];
        var usual = new ModelSettings([.. providers.Select(provider => Provider(provider, money is not null)).OfType<ModelProvider>()]);
        return usual with
        {
            Tokens = (long?)budget.Number("tokens", 1_000, 100_000_000, whole: true) ?? usual.Tokens,
            Money = money,
            TimeLimit = analyst.Duration("time-limit", TimeLimits) ?? usual.TimeLimit,
        };
    }

    private static ModelProvider? Provider(Section provider, bool isPaid)
    {
        provider.Need("endpoint", "write the address before /chat/completions, such as https://api.example.com/v1").Need("model", "write the model's name, as the endpoint calls it");
        var price = provider.Below("price", "input", "output");
        if (provider["price"] is not null)
            price.Need("input", "write what a million tokens of input cost").Need("output", "write what a million tokens of output cost");
        else if (isPaid)
            provider.Faults.Add(provider.Place, "a budget in money needs the price of every provider", "write price: { input: …, output: … } per million tokens, 0 for a model of your own");
        var endpoint = provider.Text("endpoint", scalar => WebAddress.ReadEndpoint(scalar, "/chat/completions", provider.Faults));
        if (endpoint is null || provider.Text("model") is not { } model)
            return null;
        var usual = new ModelProvider(endpoint, model.Value);
        return usual with
        {
            KeyVariable = provider.Variable("key", "a key stands in no file", "write ${MODEL_KEY}, and set that variable where pipeline runs"),
            InputPrice = price.Number("input", 0, 100_000),
            OutputPrice = price.Number("output", 0, 100_000),
            Timeout = provider.Duration("timeout", Timeouts) ?? usual.Timeout,
            LongestAnswer = (int?)provider.Number("longest-answer", 200, 100_000, whole: true) ?? usual.LongestAnswer,
            HasJsonMode = provider.Flag("json-mode") ?? usual.HasJsonMode,
        };
    }
}
