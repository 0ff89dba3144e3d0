using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>The first step: a theme's evidence chain and impact judgements.</summary>
/// <param name="usual">What the extractive analyst wrote; null where it found nothing to quote.</param>
internal sealed class ThemeWriter(Theme theme, Brief? usual, WritingDesk desk)
{
    private const int MostCases = 6, MostImpacts = 4;

    /// <summary>Two sentences that share so much of their words say the same.</summary>
    private const double Same = 0.6;

    private readonly EvidenceSheet _sheet = EvidenceSheet.Of(theme, desk.Reading);

    /// <summary>Null where neither the model nor the articles give anything.</summary>
    public async Task<Brief?> WriteAsync(CancellationToken cancellation)
    {
        if (_sheet.Passages.Count == 0)
            return StandIn(NoReply.NothingToShow, "no passage of it can be shown to a model");
        var interview = new Interview<List<Claim>>(theme.Id, desk, Examine);
        var view = new ThemePromptView(desk.Week, desk.LanguageName, Neutral.Name(theme.Name), MostCases, MostImpacts, _sheet.Text);
        return await interview.AskAsync(Instructions.ThemeForm, desk.Prompts.Theme.Render(view), cancellation) is { } claims
            ? Brief(claims)
            : StandIn(interview.Failure!, interview.Why!);
    }

    private Brief? StandIn(string failure, string why)
    {
        if (usual is not null)
            desk.StandIn(failure, why, theme.Id);
        return usual;
    }

    /// <summary>The counted sentence before the cases is the extractive analyst's; so are the impact judgements, where the model has none.</summary>
    private Brief? Brief(List<Claim> claims)
    {
        var cases = Numbered(claims.Where(claim => claim.Kind == ClaimKind.Case), "case", MostCases);
        if (cases.Count == 0)
            return StandIn(NoReply.Unsupported, "no case of the reply passed");
        var impacts = Numbered(claims.Where(claim => claim.Kind == ClaimKind.Impact), "impact", MostImpacts);
        if (impacts.Count == 0 && usual is { Impact.Count: > 0 })
        {
            desk.StandIn(NoReply.Unsupported, "no impact judgement of the reply passed", $"{theme.Id}/impact");
            impacts = [.. usual.Impact.Where(claim => !cases.Exists(other => Repeats(claim, other)))];
        }

        return new Brief(theme, [.. usual?.Chain.Where(claim => claim.Kind == ClaimKind.Computed) ?? [], .. cases], impacts);
    }

    private List<Claim> Numbered(IEnumerable<Claim> claims, string kind, int most) =>
        [.. claims.Take(most).Select((claim, index) => claim with { Id = WritingDesk.Id($"{theme.Id}-{kind}", index + 1) })];

    private Examined<List<Claim>> Examine(JsonElement reply)
    {
        var (accepted, faults) = (new List<Claim>(), new List<string>());
        foreach (var item in ReplyJson.Objects(reply, "claims"))
        {
            var cited = ReplyJson.Texts(item, "evidence");
            var invented = cited.Where(id => !_sheet.Passages.ContainsKey(id)).ToList();
            var claim = Examine(ReplyJson.Text(item, "text"), ReplyJson.Text(item, "kind"), cited.Except(invented), invented);
            if (!claim.Verdict.Accepted)
            {
                desk.Refuse([claim]);
                faults.Add(WritingDesk.Fault(claim));
            }
            else if (!accepted.Exists(other => Repeats(claim, other)))
            {
                accepted.Add(claim);
            }
        }

        if (accepted.Count + faults.Count == 0)
            faults.Add("There was no claim in \"claims\".");
        return new Examined<List<Claim>>(accepted, accepted.Count, faults);
    }

    private Claim Examine(string text, string kind, IEnumerable<string> cited, List<string> invented)
    {
        var claim = new Claim
        {
            Id = $"{theme.Id}-{kind}",
            Kind = kind == "impact" ? ClaimKind.Impact : ClaimKind.Case,
            Text = text,
            Language = desk.Language,
            Evidence = [.. cited.Select(id => _sheet.Passages[id])],
        };
        return invented.Count == 0
            ? desk.Examine(claim)
            : claim with { Verdict = new Verdict(false, [$"there is no passage {string.Join(", ", invented.Take(3).Select(Neutral.Name))}"]) };
    }

    private static bool Repeats(Claim claim, Claim other) => Terms.Similarity(Terms.Of(claim.Text), Terms.Of(other.Text)) >= Same;
}
