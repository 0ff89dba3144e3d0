using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Host.Commands;
using Pipeline.Host.LanguageModel;
using Pipeline.Model;

namespace Pipeline.Host.Reports;

/// <summary>What a weekly run did, for the file beside the archive: fetched, kept, dropped and why, and how long it took.</summary>
internal sealed record RunReport(WeekLabel Week, DateTimeOffset Started)
{
    /// <summary>Of refused claims so many are told in full: a hundred thousand rows would help nobody.</summary>
    private const int MostRefused = 100;

    public DateTimeOffset Finished { get; init; }

    public CollectReport? Collected { get; init; }

    public PublishReport? Published { get; init; }

    /// <summary>Null where no language model is wanted.</summary>
    public ModelUse? Use { get; init; }

    public TimeSpan Collecting { get; init; }

    public TimeSpan Publishing { get; init; }

    /// <summary>Why the run failed; null where it went through.</summary>
    public string? Error { get; init; }

    /// <summary>The alerts sent of this week so far, each kind once: <c>failed</c>, <c>late</c>.</summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    public string Result => Error is not null ? "failed" : JsonNamingPolicy.KebabCaseLower.ConvertName(Published!.Result.ToString());

    public JsonObject Json() => new()
    {
        ["week"] = Week.ToString(),
        ["result"] = Result,
        ["error"] = Error,
        ["started"] = Output.Instant(Started),
        ["finished"] = Output.Instant(Finished),
        ["seconds"] = new JsonObject { ["collect"] = Seconds(Collecting), ["publish"] = Seconds(Publishing) },
        ["fetched"] = Collected is null ? null : new JsonObject
        {
            ["configured"] = Collected.Configured,
            ["asked"] = Collected.Asked,
            ["failed"] = Collected.Sources.Count(source => source.Outcome == "failed"),
            ["bytes"] = Collected.Sources.Sum(source => source.Bytes),
            ["sources"] = Output.Array(Collected.Sources, Source),
        },
        ["kept"] = new JsonObject
        {
            ["new"] = Collected?.New,
            ["revised"] = Collected?.Revised,
            ["articles"] = Published?.Digest?.News.Articles.Count,
            ["stories"] = Published?.Digest?.News.Grouping.Stories.Count(),
            ["themes"] = Published?.Digest?.Briefs.Count,
            ["claims"] = Published?.Digest?.Claims.Count(),
            ["files"] = Published?.Changed.Count,
        },
        ["dropped"] = new JsonObject
        {
            ["entriesByRules"] = Collected?.Sources.Sum(source => source.Dropped),
            ["claimsRefused"] = Published?.Digest?.Refused.Count,
            ["claims"] = Output.Array((Published?.Digest?.Refused ?? []).Take(MostRefused), claim => new JsonObject { ["text"] = claim.Text, ["reasons"] = Output.Array(claim.Verdict.Reasons, reason => reason) }),
            ["editsNotApplied"] = Output.Array((Published?.Edits ?? []).Where(edit => edit.Why is not null), edit => new JsonObject { ["line"] = edit.Line, ["why"] = edit.Why }),
            ["filesEditedByHand"] = Output.Array(Published?.EditedByHand ?? [], file => file),
        },
        ["model"] = Use is null ? null : RunSummary.Json(Use, Published?.Digest?.Work),
        ["embeddings"] = Published?.Embedding is { } embedding ? RunSummary.Json(embedding) : null,
        ["troubles"] = Output.Array(RunTroubles.Of(Collected, Published, Use), trouble => new JsonObject { ["where"] = trouble.Where, ["what"] = trouble.What, ["why"] = trouble.Why }),
        ["alerts"] = Output.Array(Alerts, kind => kind),
    };

    private static JsonObject Source(SourceReport source) => new()
    {
        ["source"] = source.Source,
        ["outcome"] = source.Outcome,
        ["entries"] = source.Entries,
        ["new"] = source.New,
        ["revised"] = source.Revised,
        ["droppedByRules"] = source.Dropped,
        ["bytes"] = source.Bytes,
        ["seconds"] = Seconds(source.Took),
    };

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
