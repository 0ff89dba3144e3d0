using System.Text.Json;
using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>The first step: a theme's evidence chain and impact judgements.</summary>
/// <param name="usual">What the extractive analyst wrote; null where it found nothing to quote.</param>
internal sealed class ThemeWriter(Theme theme, Brief? usual, WritingDesk desk)
{
    private const int MostCases = 6, MostImpacts = 4;

    /// <summary>A sentence that shares so much of its words with a refused one is that one, put right.</summary>
    private const double Akin = 0.3;

    private readonly EvidenceSheet _sheet = EvidenceSheet.Of(theme);

    /// <summary>Null where neither the model nor the articles give anything.</summary>
    public async Task<Brief?> WriteAsync(CancellationToken cancellation)
    {
        if (_sheet.Passages.Count == 0)
            return StandIn(NoReply.NothingToShow, "no passage of it can be shown to a model");
        var interview = new Interview<List<Claim>>(theme.Id, desk, Examine, Join);
        var view = new ThemePromptView(desk.Week, desk.LanguageName, Neutral.Name(theme.Name), MostCases, MostImpacts, _sheet.Text);
        return await interview.AskAsync(Instructions.ThemeForm, desk.Prompts.Theme.Render(view), cancellation) is { } claims
            ? Brief(claims.FindAll(claim => claim.Verdict.Accepted))
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
            impacts = [.. usual.Impact.Where(claim => !cases.Exists(other => WritingDesk.Repeats(claim, other)))];
        }

        return new Brief(theme, [.. usual?.Chain.Where(claim => claim.Kind == ClaimKind.Computed) ?? [], .. cases], impacts);
    }

    private List<Claim> Numbered(IEnumerable<Claim> claims, string kind, int most) =>
        [.. claims.Take(most).Select((claim, index) => claim with { Id = WritingDesk.Id($"{theme.Id}-{kind}", index + 1) })];

    /// <summary>Every sentence in its place with its verdict, so that what is put right of it can take that place; none that says again what was accepted.</summary>
    private Examined<List<Claim>> Examine(JsonElement reply)
    {
        var (claims, faults) = (new List<Claim>(), new List<string>());
        foreach (var claim in ReplyJson.Objects(reply, "claims").Select(Written).Where(claim => !IsSaid(claim, claims)))
        {
            claims.Add(claim);
            if (!claim.Verdict.Accepted)
                faults.Add(WritingDesk.Fault(claim));
        }

        desk.Refuse(claims.Where(claim => !claim.Verdict.Accepted));
        if (claims.Count == 0)
            faults.Add("There was no claim in \"claims\".");
        return new Examined<List<Claim>>(claims, claims.Count(claim => claim.Verdict.Accepted), faults);
    }

    private static bool IsSaid(Claim claim, List<Claim> claims) =>
        claim.Verdict.Accepted && claims.Exists(other => other.Verdict.Accepted && WritingDesk.Repeats(claim, other));

    /// <summary>
    /// What was accepted stays; what was refused can come back, each in the place of the sentence that it is most like, and no more of it
    /// than was refused. Where nothing was accepted all is written anew.
    /// </summary>
    private static List<Claim> Join(List<Claim> first, List<Claim> second)
    {
        var (joined, others) = (first.ToList(), new List<Claim>());
        foreach (var claim in second.Where(claim => claim.Verdict.Accepted && !IsSaid(claim, joined)))
            if (Refused(claim, joined) is >= 0 and var place)
                joined[place] = claim;
            else
                others.Add(claim);
        return [.. joined, .. others.Take(!first.Exists(claim => claim.Verdict.Accepted) ? others.Count : joined.Count(claim => !claim.Verdict.Accepted))];
    }

    /// <summary>Which refused sentence it puts right; -1 where it is like none.</summary>
    private static int Refused(Claim claim, List<Claim> claims) => Enumerable.Range(0, claims.Count)
        .Where(at => !claims[at].Verdict.Accepted && WritingDesk.Likeness(claim, claims[at]) >= Akin)
        .OrderByDescending(at => WritingDesk.Likeness(claim, claims[at])).FirstOrDefault(-1);

    private Claim Written(JsonElement item)
    {
        var cited = ReplyJson.Texts(item, "evidence");
        var invented = cited.Where(id => !_sheet.Passages.ContainsKey(id)).ToList();
        return Examine(ReplyJson.Text(item, "text"), ReplyJson.Text(item, "kind"), cited.Except(invented), invented);
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
}
