using System.Buffers;
using Pipeline.Analysis.Extraction.Kinds;
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

    /// <summary>So likely a sentence has to be advice, where it names a duty of the role, and where it only asks or allows; and how likely it has to concern anybody at all; less likely where it is on what matters to them.</summary>
    private const double LeastBound = 0.25, LeastAsked = 0.45, LeastConcern = 0.6, LeastMatter = 0.5;

    public static IReadOnlyList<Advice> Write(Draft draft)
    {
        var roles = RoleWords.Of(draft.News.Roles);
        var sentences = draft.Reading.Sentences(draft.News.Grouping.Stories.SelectMany(story => story.Articles)).AsParallel()
            .Select(sentence => (Role: Addressee(sentence, roles), Sentence: sentence)).Where(pair => pair.Role is not null).ToLookup(pair => pair.Role!, pair => pair.Sentence);
        var advice = new List<Advice>();
        foreach (var role in roles)
            if (Claims(sentences[role], draft, advice.Sum(given => given.Claims.Count)) is { Count: > 0 } claims)
                advice.Add(new Advice(role.Role.NameIn(draft.News.Language), claims));
        return advice;
    }

    /// <summary>Roles that nobody advised hear at least what the week holds for them: one sentence that says what follows for them, or from when.</summary>
    public static IReadOnlyList<Advice> Complete(IReadOnlyList<Advice> advice, Draft draft)
    {
        var complete = new List<Advice>();
        var given = advice.Sum(each => each.Claims.Count);
        foreach (var role in RoleWords.Of(draft.News.Roles))
        {
            var name = role.Role.NameIn(draft.News.Language);
            if (advice.FirstOrDefault(each => each.Role == name) is { } old)
                complete.Add(old);
            else if (Concerning(role, draft, given + 1) is { } claim)
            {
                complete.Add(new Advice(name, [claim]));
                given++;
            }
        }

        return complete;
    }

    /// <summary>What names the role comes before what is only on its matters, and there what asks or advises before what happened.</summary>
    private static Claim? Concerning(RoleWords role, Draft draft, int number)
    {
        var sentences = draft.Reading.Sentences(draft.News.Grouping.Stories.SelectMany(story => story.Articles));
        var naming = sentences.AsParallel().Where(sentence => role.Words.Matches(sentence.Text) && Concern(sentence) >= LeastConcern);
        var mattering = sentences.AsParallel().Where(sentence => role.Matters.Matches(sentence.Text) && Concern(sentence) >= LeastMatter);
        return Candidate.Ranked(naming, sentence => Weight(sentence, draft))
            .Concat(Candidate.Ranked(mattering, sentence => Weight(sentence, draft) + sentence.Odds[SentenceKind.Advice]))
            .Select(sentence => draft.Notebook.Take(sentence, Draft.Id("advice", number), ClaimKind.Advice)).FirstOrDefault(claim => claim is not null);
    }

    private static double Weight(Candidate sentence, Draft draft) => Concern(sentence) + 0.05 * sentence.Score + (draft.IsOwn(sentence.Article) ? 0.5 : 0);

    private static double Concern(Candidate sentence) => sentence.Odds.Outcome + sentence.Odds[SentenceKind.Advice] + 0.5 * sentence.Odds[SentenceKind.Signal];

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

    private static RoleWords? Addressee(Candidate sentence, IReadOnlyList<RoleWords> roles)
    {
        var places = Places(sentence.Text, roles);
        if (places.Count == 0 || sentence.Odds[SentenceKind.Advice] is var advice && advice < LeastBound)
            return null;
        return Bound(sentence.Text, places) ?? (advice >= LeastAsked ? Asked(sentence.Text, places) : null);
    }

    /// <summary>Whom the sentence advises: the role nearest before a duty, else the first after a request; null for nobody.</summary>
    public static Role? RoleOf(string sentence, IReadOnlyList<RoleWords> roles)
    {
        var places = Places(sentence, roles);
        return (Bound(sentence, places) ?? Asked(sentence, places))?.Role;
    }

    private static List<(RoleWords Role, TextSpan Span)> Places(string sentence, IReadOnlyList<RoleWords> roles) =>
        [.. roles.SelectMany(role => role.Words.In(sentence).Select(span => (role, span)))];

    private static RoleWords? Bound(string sentence, List<(RoleWords Role, TextSpan Span)> places) => Duties.In(sentence)
        .SelectMany(duty => places.Where(place => Leads(sentence, place.Span, duty)).Select(place => (place.Role, Gap: duty.Start - place.Span.End)))
        .OrderBy(pair => pair.Gap).Select(pair => pair.Role).FirstOrDefault();

    private static RoleWords? Asked(string sentence, List<(RoleWords Role, TextSpan Span)> places) => Requests.In(sentence)
        .SelectMany(request => places.Where(place => Follows(sentence, request, place.Span)).Select(place => (place.Role, Gap: place.Span.Start - request.End)))
        .OrderBy(pair => pair.Gap).Select(pair => pair.Role).FirstOrDefault();

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
        3 * sentence.Odds[SentenceKind.Advice] + 0.3 * sentence.Score + (draft.IsOwn(sentence.Article) ? 1 : 0)
        + 0.3 * Math.Min(2, sentence.Article.Weight) - (sentence.Context is null ? 0 : 0.3);
}
