using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>The second step: headline, introduction, advice, signals and closing, from nothing but the accepted claims of the themes.</summary>
/// <param name="digest">The themes as they are written by now; the rest is the extractive analyst's, and stays where the model has nothing better.</param>
internal sealed class WeekWriter(Digest digest, WritingDesk desk)
{
    private const int MostSignals = 6, MostSentences = 3, MostPerRole = 2;

    private static readonly string[] Parts = ["headline", "introduction", "advice", "outlook", "closing"];

    private readonly ClaimSheet _sheet = ClaimSheet.Of(digest.Briefs);

    public async Task<Digest> WriteAsync(CancellationToken cancellation)
    {
        if (_sheet.Claims.Count == 0)
            return StandIn(NoReply.NothingToShow, "no claim of the themes can be shown to a model");
        var interview = new Interview<WeekReply>("week", desk, reply => WeekReply.Examine(reply, _sheet, desk), (first, second) => first.With(second));
        var view = new WeekPromptView(
            desk.Week,
            desk.LanguageName,
            [.. desk.News.Roles.Select(Name)],
            [.. digest.Briefs.Select(brief => $"{brief.Theme.Id}: {Neutral.Name(brief.Theme.Name)}")],
            MostSignals,
            _sheet.Text);
        return await interview.AskAsync(Instructions.WeekForm, desk.Prompts.Week.Render(view), cancellation) is { } reply
            ? Put(reply)
            : StandIn(interview.Failure!, interview.Why!);
    }

    private string Name(Role role) => role.NameIn(desk.News.Language);

    /// <summary>Counted sentences stay: a digest states what it was made from.</summary>
    private Digest Put(WeekReply reply)
    {
        var advice = Advice(reply);
        if (Missing(reply, advice).ToList() is { Count: > 0 } missing)
            desk.StandIn(NoReply.Unsupported, "no sentence of the reply for it passed", missing);
        return digest with
        {
            Headline = reply.Headline ?? digest.Headline,
            Introduction = Numbered("intro", [.. reply.Introduction.Take(MostSentences), .. digest.Introduction]),
            Advice = advice.Count > 0 ? advice : digest.Advice,
            Outlook = reply.Outlook.Count > 0 ? Outlook(reply) : digest.Outlook,
            Closing = Numbered("closing", [.. digest.Closing, .. reply.Closing.Take(MostSentences)]),
        };
    }

    /// <summary>Advice and outlook are missed only where the extractive analyst has some: a week may hold none.</summary>
    private IEnumerable<string> Missing(WeekReply reply, List<Advice> advice)
    {
        bool[] missing =
        [
            reply.Headline is null,
            reply.Introduction.Count == 0,
            advice.Count == 0 && digest.Advice.Count > 0,
            reply.Outlook.Count == 0 && digest.Outlook.Count > 0,
            reply.Closing.Count == 0,
        ];
        return Parts.Where((_, place) => missing[place]);
    }

    private Digest StandIn(string failure, string why)
    {
        desk.StandIn(failure, why, Parts);
        return digest;
    }

    private List<Advice> Advice(WeekReply reply)
    {
        var advice = new List<Advice>();
        var number = 0;
        foreach (var role in desk.News.Roles.Select(Name))
            if (reply.Advice.Where(given => given.Role == role).Take(MostPerRole).Select(given => given.Claim with { Id = WritingDesk.Id("advice", ++number) }).ToList() is { Count: > 0 } claims)
                advice.Add(new Advice(role, claims));
        return advice;
    }

    private static List<Outlook> Outlook(WeekReply reply) =>
        [.. reply.Outlook.Take(MostSignals).Select((outlook, index) => outlook with
        {
            Signal = outlook.Signal with { Id = WritingDesk.Id("outlook", index + 1) },
            Trend = outlook.Trend is { } trend ? trend with { Id = WritingDesk.Id("trend", index + 1) } : null,
        })];

    private static List<Claim> Numbered(string part, IEnumerable<Claim> claims) =>
        [.. claims.Select((claim, index) => claim with { Id = WritingDesk.Id(part, index + 1) })];
}
