using Pipeline.Model;

namespace Pipeline.Analysis.Prompting;

/// <summary>The second step: headline, introduction, advice, signals and closing, from nothing but the accepted claims of the themes.</summary>
/// <param name="digest">The themes as they are written by now; the rest is the extractive analyst's, and stays where the model has nothing better.</param>
internal sealed class WeekWriter(Digest digest, WritingDesk desk)
{
    private const int MostSignals = 6, MostSentences = 3, MostPerRole = 2;

    private readonly ClaimSheet _sheet = ClaimSheet.Of(digest.Briefs);

    public async Task<Digest> WriteAsync(CancellationToken cancellation)
    {
        if (_sheet.Claims.Count == 0)
            return StandIn(NoReply.NothingToShow);
        var interview = new Interview<WeekReply>("week", desk, reply => WeekReply.Examine(reply, _sheet, desk));
        var view = new WeekPromptView(
            desk.Week,
            desk.LanguageName,
            [.. desk.News.Roles.Select(Name)],
            [.. digest.Briefs.Select(brief => $"{brief.Theme.Id}: {Neutral.Name(brief.Theme.Name)}")],
            MostSignals,
            _sheet.Text);
        return await interview.AskAsync(Instructions.WeekForm, desk.Prompts.Week.Render(view), cancellation) is { } reply
            ? Put(reply)
            : StandIn(interview.Failure!);
    }

    private string Name(Role role) => role.NameIn(desk.News.Language);

    /// <summary>Counted sentences stay: a digest states what it was made from.</summary>
    private Digest Put(WeekReply reply)
    {
        var advice = Advice(reply);
        return digest with
        {
            Headline = reply.Headline ?? Usual(digest.Headline, "headline", isMissing: true),
            Introduction = Numbered("intro", [.. Usual(reply.Introduction.Take(MostSentences).ToList(), "introduction"), .. digest.Introduction]),
            Advice = advice.Count > 0 ? advice : Usual(digest.Advice, "advice", digest.Advice.Count > 0),
            Outlook = reply.Outlook.Count > 0 ? Outlook(reply) : Usual(digest.Outlook, "outlook", digest.Outlook.Count > 0),
            Closing = Numbered("closing", [.. digest.Closing, .. Usual(reply.Closing.Take(MostSentences).ToList(), "closing")]),
        };
    }

    private Digest StandIn(string why)
    {
        foreach (var part in new[] { "headline", "introduction", "advice", "outlook", "closing" })
            desk.StandIn(part, why);
        return digest;
    }

    private List<Claim> Usual(List<Claim> written, string part) => Usual(written, part, written.Count == 0);

    private T Usual<T>(T usual, string part, bool isMissing)
    {
        if (isMissing)
            desk.StandIn(part, NoReply.Unsupported);
        return usual;
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
