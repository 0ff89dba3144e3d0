using System.Globalization;
using Microsoft.Extensions.AI;
using Pipeline.Analysis.Extraction;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>What the writers of all parts share: the week, the gate, and the record of what was asked and what came of it.</summary>
internal sealed class WritingDesk(WeekNews news, ModelWriter writer)
{
    /// <summary>Two sentences that share so much of their words say the same.</summary>
    private const double Same = 0.6;

    private readonly Dictionary<string, Article> _articles =
        news.Articles.DistinctBy(article => article.Id).ToDictionary(article => article.Id, StringComparer.Ordinal);

    private readonly WeekTally _week = WeekTally.Of(news);
    private readonly List<string> _models = [];
    private readonly List<StandIn> _standIns = [];
    private readonly List<Trouble> _troubles = [];
    private readonly List<Claim> _refused = [];
    private int _repairs;

    public WeekNews News => news;

    public IChatClient Client => writer.Client;

    public Prompts Prompts => writer.Prompts;

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; } = Wording.Of(news.Language).Language;

    public string LanguageName => Language == "zh" ? "Simplified Chinese" : "English";

    public string Week => news.Week.Label.ToString();

    public IReadOnlyList<Claim> Refused => _refused;

    public ModelWork Work => new() { Models = _models, Prompt = Prompts.Hash, StandIns = _standIns, Troubles = _troubles, Repairs = _repairs };

    public void Answered(string? model)
    {
        if (model is { Length: > 0 } && !_models.Contains(model, StringComparer.Ordinal))
            _models.Add(model);
    }

    public void Repaired() => _repairs++;

    /// <summary>Notes parts that the extractive analyst writes, which is a trouble: an editor who wants a model wants to know.</summary>
    /// <param name="failure">A word of <see cref="NoReply"/>.</param>
    public void StandIn(string failure, string why, params IReadOnlyList<string> parts)
    {
        _standIns.AddRange(parts.Select(part => new StandIn(part, failure)));
        Trouble(string.Join(", ", parts), $"written by the extractive analyst instead ({failure}): {why}");
    }

    public void Trouble(string parts, string why) => _troubles.Add(new Trouble($"{Week} {parts}", "asking the language model", why));

    public void Refuse(IEnumerable<Claim> claims) => _refused.AddRange(claims);

    /// <summary>The claim with what form, language and gate say of it.</summary>
    /// <param name="shown">The texts that the writer saw, where they are not the evidence itself: the claim may say no more than these either.</param>
    public Claim Examine(Claim claim, IReadOnlyList<string>? shown = null)
    {
        var faults = ClaimForm.Faults(claim, Language).ToList();
        if (faults.Count == 0)
            faults.AddRange(GroundingGate.Examine(claim, _articles, _week).Reasons);
        if (faults.Count == 0)
            faults.AddRange(Stricter(claim));
        if (faults.Count == 0 && shown is not null)
            faults.AddRange(GroundingGate.Examine(claim.Text, shown).Reasons);
        return claim with { Verdict = faults.Count == 0 ? Verdict.Pass : new Verdict(false, [.. faults.Distinct(StringComparer.Ordinal)]) };
    }

    /// <summary>When a signal is to come, as its sentence says on the day of the article that it cites first; null where it names no date, or none to come.</summary>
    public Due? Due(Claim signal) =>
        ComingDates.First(signal.Text, news.Week.DayOf(_articles[signal.Evidence[0].Article].Published), news.Week.Date);

    /// <summary>As the gate compares it: what somebody is said to report, with that one's passages.</summary>
    private IEnumerable<string> Stricter(Claim claim)
    {
        IReadOnlyList<CitedPassage> passages = [.. claim.Evidence.Select(evidence => new CitedPassage(evidence.Quotation, _articles[evidence.Article].Publisher))];
        var given = Attribution.Among(claim.Text, passages);
        var faults = Stricter(given?.Said ?? claim.Text, [.. (given?.Passages ?? passages).Select(passage => passage.Text)]);
        return given is null && Attribution.Stranger(claim.Text, passages) is { } stranger ? faults.Prepend($"{stranger} published no cited passage") : faults;
    }

    /// <summary>What the gate lets pass because people write so, and a writer that was talked into something would use.</summary>
    internal static IEnumerable<string> Stricter(string claim, IReadOnlyList<string> passages) =>
        Bridge.Faults(claim, passages).Concat(WeightyWords.Faults(claim, passages));

    /// <summary>A refusal as the model is told it: its own sentence is named, never repeated as an order.</summary>
    public static string Fault(Claim claim) =>
        $"\"{Neutral.Name(claim.Text.Length <= 80 ? claim.Text : claim.Text[..80] + "…")}\": {string.Join("; ", claim.Verdict.Reasons.Select(Neutral.Name))}.";

    /// <summary>Whether two sentences say the same, or nearly.</summary>
    public static bool Repeats(Claim claim, Claim other) => Likeness(claim, other) >= Same;

    public static double Likeness(Claim claim, Claim other) => Terms.Similarity(Terms.Of(claim.Text), Terms.Of(other.Text));

    public static string Id(string part, int number) => string.Create(CultureInfo.InvariantCulture, $"{part}-{number}");
}
