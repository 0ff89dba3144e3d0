using System.Text.Json.Nodes;
using Pipeline.Model;
using Pipeline.Stories;

namespace Pipeline.Host.Commands.Inspect;

/// <summary>What <c>inspect stories --explain</c> says of each row, in the rows' own ids: <c>copy_of</c>, <c>joined</c>, <c>close</c>.</summary>
internal sealed class StoryTraces
{
    private readonly Dictionary<string, Trace> _traces;
    private readonly Dictionary<string, JsonNode?> _ids;

    public StoryTraces(IReadOnlyList<Trace> traces, IReadOnlyList<Article> articles, IReadOnlyList<JsonObject> rows)
    {
        _traces = traces.DistinctBy(trace => trace.Article.Url).ToDictionary(trace => trace.Article.Url, StringComparer.Ordinal);
        _ids = articles.Zip(rows).DistinctBy(pair => pair.First.Url).ToDictionary(pair => pair.First.Url, pair => pair.Second["id"], StringComparer.Ordinal);
    }

    public void AddTo(JsonObject line, Article article)
    {
        var trace = _traces[article.Url];
        line["copy_of"] = trace.CopyOf is { } original ? Id(original) : null;
        line["joined"] = Told(trace.Joined);
        line["close"] = Told(trace.Close);
    }

    private JsonArray Told(IEnumerable<Resemblance> resemblances) => [.. resemblances.Select(resemblance => new JsonObject
    {
        ["id"] = Id(resemblance.Other),
        ["likeness"] = Math.Round(resemblance.Likeness, 4),
        ["features"] = new JsonArray([.. resemblance.Features.Select(feature => (JsonNode)feature)]),
        ["contradicts"] = resemblance.Contradicts,
    })];

    private JsonNode? Id(Article article) => _ids[article.Url]?.DeepClone();
}
