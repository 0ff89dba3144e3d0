using System.Buffers;
using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>Advice per role: sentences of the week that say what a role should, must or now can do.</summary>
internal static class Counsel
{
    private const int MostPerRole = 2;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:，；：、。");

    /// <summary>How far the role may stand before the word, and after it, in characters of a sentence in English.</summary>
    private const int Before = 40, After = 30;

    /// <summary>The role comes first: "developers should".</summary>
    private static readonly Lexicon Duties = new(
        "should|must|need to|needs to|have to|has to|required to|are advised to|ought to|can now|are able to|may no longer|are urged to|are asked to|can use|can choose",
        "应当|应该|应|需要|需|必须|须|不得|可以|可在|可将|可用|可通过|可先|可直接|可按|宜|切勿",
        "应用|响应|供应|反应|对应|适应|效应|应对|相应|应急|应收|应变|需求|急需|所需|无需|军需|内需|刚需|必需品|可能|可靠|许可|认可|可见|可持续|可信|便宜|适宜|事宜|应届|应聘|供不应求");

    /// <summary>The role follows: "recommends that developers".</summary>
    private static readonly Lexicon Requests = new(
        "recommend|recommends|recommended|advise|advises|advised|urge|urges|urged|require|requires|required|requiring|oblige|obliges|allow|allows|enable|enables|let|lets|warn|warns|call on|calls on|ask|asks",
        "建议|要求|呼吁|敦促|提醒|允许|督促|责令|鼓励");

    public static IReadOnlyList<Advice> Write(Draft draft)
    {
        var sentences = draft.Reading.Sentences(draft.News.Grouping.Stories.SelectMany(story => story.Articles)).ToLookup(sentence => RoleOf(sentence.Text));
        var advice = new List<Advice>();
        foreach (var role in RoleWords.All)
            if (Claims(sentences[role], draft, advice.Sum(given => given.Claims.Count)) is { Count: > 0 } claims)
                advice.Add(new Advice(draft.Wording.Role(role), claims));
        return advice;
    }

    /// <param name="given">How many claims the roles before have taken.</param>
    private static List<Claim> Claims(IEnumerable<Candidate> sentences, Draft draft, int given)
    {
        var claims = new List<Claim>();
        foreach (var sentence in Candidate.Ranked(sentences, sentence => Rank(sentence, draft)))
            if (claims.Count < MostPerRole && !claims.Any(claim => draft.StoryOf(claim.Evidence[0].Article) == draft.StoryOf(sentence.Article.Id))
                && draft.Notebook.Take(sentence, Draft.Id("advice", given + claims.Count + 1), ClaimKind.Advice) is { } claim)
                claims.Add(claim);
        return claims;
    }

    /// <summary>Whom the sentence advises: the role nearest before a duty, else the first after a request; null for nobody.</summary>
    public static RoleWords? RoleOf(string sentence)
    {
        var roles = RoleWords.All.SelectMany(role => role.Words.In(sentence).Select(span => (Role: role, Span: span))).ToList();
        var bound = Duties.In(sentence).SelectMany(duty => roles.Where(role => Leads(sentence, role.Span, duty)).Select(role => (role.Role, Gap: duty.Start - role.Span.End)));
        var asked = Requests.In(sentence).SelectMany(request => roles.Where(role => Follows(sentence, request, role.Span)).Select(role => (role.Role, Gap: role.Span.Start - request.End)));
        return bound.OrderBy(pair => pair.Gap).Select(pair => pair.Role).FirstOrDefault() ?? asked.OrderBy(pair => pair.Gap).Select(pair => pair.Role).FirstOrDefault();
    }

    private static bool Leads(string sentence, TextSpan role, TextSpan duty) => role.End <= duty.Start && InOneClause(sentence, role.End, duty.Start, Before);

    private static bool Follows(string sentence, TextSpan request, TextSpan role) => request.End <= role.Start && InOneClause(sentence, request.End, role.Start, After);

    private static bool InOneClause(string sentence, int start, int end, int reach)
    {
        var between = sentence.AsSpan(start, end - start);
        var width = 0;
        foreach (var character in between)
            width += Script.IsHan(character) ? 3 : 1;
        return width <= reach && between.IndexOfAny(Breaks) < 0;
    }

    private static double Rank(Candidate sentence, Draft draft) =>
        sentence.Score + (draft.IsOwn(sentence.Article) ? 3 : 0) + Math.Min(2, sentence.Article.Weight);
}
