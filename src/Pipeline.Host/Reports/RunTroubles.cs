using Pipeline.Host.LanguageModel;
using Pipeline.Model;

namespace Pipeline.Host.Reports;

/// <summary>What counts as a trouble of a run, wherever it is told or counted.</summary>
internal static class RunTroubles
{
    public static IReadOnlyList<Trouble> Of(CollectReport? collected, PublishReport? published, ModelUse? use) =>
        [.. collected?.Troubles ?? [], .. OfPublishing(published, use)];

    /// <summary>Stories that were found without a wanted embedding model, parts that the extractive analyst wrote in a model's place, and providers that another one, or an earlier reply, took over from.</summary>
    public static IReadOnlyList<Trouble> OfPublishing(PublishReport? published, ModelUse? use) =>
        [.. published?.Troubles ?? [], .. use?.Takeovers ?? []];
}
