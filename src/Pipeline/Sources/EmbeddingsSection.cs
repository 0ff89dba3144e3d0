namespace Pipeline.Sources;

/// <summary>The keys under <c>embeddings:</c>.</summary>
internal static class EmbeddingsSection
{
    private static readonly DurationRange TimeLimits = new(TimeSpan.FromSeconds(1), TimeSpan.FromHours(2), ["s", "m", "h"], "10m");

    private static readonly DurationRange Timeouts = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30), ["s", "m"], "1m");

    /// <summary>Null where stories are found by their words alone.</summary>
    public static EmbeddingSettings? Read(Section root)
    {
        if (root["embeddings"] is null)
            return null;
        var embeddings = root.Below("embeddings", "endpoint", "model", "key", "timeout", "batch", "time-limit")
            .Need("endpoint", "write the address before /embeddings, such as https://api.example.com/v1").Need("model", "write the model's name, as the endpoint calls it");
        var endpoint = embeddings.Text("endpoint", scalar => WebAddress.ReadEndpoint(scalar, "/embeddings", embeddings.Faults));
        var model = embeddings.Text("model");
        var key = embeddings.Variable("key", "a key stands in no file", "write ${MODEL_KEY}, and set that variable where pipeline runs");
        var (timeout, timeLimit) = (embeddings.Duration("timeout", Timeouts), embeddings.Duration("time-limit", TimeLimits));
        var batch = embeddings.Number("batch", 1, 2_048, whole: true);
        if (endpoint is null || model is null)
            return null;
        var usual = new EmbeddingSettings(endpoint, model.Value);
        return usual with { KeyVariable = key, Timeout = timeout ?? usual.Timeout, Batch = (int?)batch ?? usual.Batch, TimeLimit = timeLimit ?? usual.TimeLimit };
    }
}
