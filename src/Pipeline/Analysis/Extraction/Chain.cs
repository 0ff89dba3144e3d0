using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The evidence chain (证据链): how much the theme draws together, then its stories, a sentence each.</summary>
internal static class Chain
{
    private const int MostStories = 6;

    /// <summary>The first sentences have to share a term with the title, those further down two: what shares none tells of something else.</summary>
    private const int Lead = 2;

    /// <summary>The story's first voices were put first for a reason.</summary>
    private const double LaterVoice = 0.3;

    public static IReadOnlyList<Claim> Write(Theme theme, Draft draft)
    {
        var cases = new List<Claim>();
        foreach (var story in theme.Stories)
            if (cases.Count < MostStories && Case(story, Draft.Id($"{draft.IdOf(theme)}-case", cases.Count + 1), draft) is { } claim)
                cases.Add(claim);
        return cases.Count == 0 ? [] : [.. Extent(theme, draft), .. cases];
    }

    private static IEnumerable<Claim> Extent(Theme theme, Draft draft)
    {
        var publishers = Count.Publishers(theme.Articles);
        if (theme.Stories.Count < 2 || publishers.Value < 2)
            return [];
        var stories = Count.Stories(theme.Stories);
        var claim = draft.Compute($"{draft.IdOf(theme)}-extent", draft.Wording.Extent(stories.Value, publishers.Value), [stories, publishers]);
        return claim is null ? [] : [claim];
    }

    private static Claim? Case(Story story, string id, Draft draft) =>
        Candidates(story, draft).Select(candidate => draft.Notebook.Take(candidate, id, ClaimKind.Case, story.Articles)).FirstOrDefault(claim => claim is not null);

    /// <summary>In the digest's language as long as the story has a word in it: its sentences, then its titles; then the other languages'.</summary>
    private static IEnumerable<Candidate> Candidates(Story story, Draft draft)
    {
        foreach (var articles in new[] { story.Articles.Where(draft.IsOwn).ToList(), story.Articles.Where(article => !draft.IsOwn(article)).ToList() })
        {
            foreach (var sentence in Sentences(articles, draft))
                yield return sentence;
            foreach (var title in articles.Select(Reading.Title).OfType<Candidate>())
                yield return title;
        }
    }

    private static IEnumerable<Candidate> Sentences(List<Article> articles, Draft draft)
    {
        var voices = articles.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        var telling = draft.Reading.Sentences(articles).Where(sentence => SharedWithTitle(sentence) > (sentence.Index < Lead ? 0 : 1));
        return Candidate.Ranked(telling, sentence => sentence.Score - LaterVoice * Math.Min(5, voices[sentence.Article.Id]));
    }

    private static int SharedWithTitle(Candidate sentence) => Terms.Of(sentence.Article.Title).Intersect(sentence.Terms, StringComparer.Ordinal).Count();
}
