using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>The evidence chain (证据链): how much the theme draws together, then the stories that make it, a sentence each, the most telling first.</summary>
internal static class Chain
{
    private const int MostStories = 6;

    /// <summary>The stories come weightiest first: further down none is looked at.</summary>
    private const int Furthest = 60;

    /// <summary>A bare title says little: titles fill a chain up to so many cases, and no further.</summary>
    private const int FewestStories = 3;

    /// <summary>The first sentences have to share a term with the title, those further down two: what shares none tells of something else.</summary>
    private const int Lead = 2;

    /// <summary>A case that shares so much of its words with one before it tells it again, such as what came of an event and the event.</summary>
    private const double Told = 0.65;

    /// <summary>The story's first voices were put first for a reason.</summary>
    private const double LaterVoice = 0.3;

    public static IReadOnlyList<Claim> Write(Theme theme, Draft draft)
    {
        var (cases, told) = (new List<Claim>(), new List<IReadOnlyList<string>>());
        var stories = theme.Stories.Take(Furthest).AsParallel().AsOrdered().Select(story => (story, Candidates(story, draft).ToList())).ToList();
        foreach (var (story, candidates) in CaseOrder.Of(stories, draft))
            if (cases.Count < MostStories && !IsTold(candidates[0], told)
                && Case(story, candidates.Where(candidate => (cases.Count < FewestStories || candidate.Passage == Passage.Text) && !IsTold(candidate, told)), theme, cases.Count + 1, draft) is { } claim)
            {
                cases.Add(claim);
                told.Add(Terms.Of(claim.Text));
            }

        return cases.Count == 0 ? [] : [.. Extent(theme, draft), .. cases];
    }

    /// <summary>Whether a sentence says mostly what one of the cases says. A story whose best sentence does is passed over: the rest of it would only tell it worse.</summary>
    /// <param name="told">The terms of each of the cases.</param>
    public static bool IsTold(Candidate candidate, IReadOnlyList<IReadOnlyList<string>> told) => told.Any(terms => Terms.Overlap(candidate.Terms, terms) >= Told);

    private static IEnumerable<Claim> Extent(Theme theme, Draft draft)
    {
        var publishers = Count.Publishers(theme.Articles);
        if (theme.Stories.Count < 2 || publishers.Value < 2)
            return [];
        var stories = Count.Stories(theme.Stories);
        var claim = draft.Compute($"{draft.IdOf(theme)}-extent", draft.Wording.Extent(stories.Value, publishers.Value), [stories, publishers]);
        return claim is null ? [] : [claim];
    }

    private static Claim? Case(Story story, IEnumerable<Candidate> candidates, Theme theme, int number, Draft draft) => candidates
        .Select(candidate => draft.Notebook.Take(candidate, Draft.Id($"{draft.IdOf(theme)}-case", number), ClaimKind.Case, story.Articles)).FirstOrDefault(claim => claim is not null);

    /// <summary>Sentences before titles, and the digest's language before the others.</summary>
    private static IEnumerable<Candidate> Candidates(Story story, Draft draft)
    {
        var languages = new[] { story.Articles.Where(draft.IsOwn).ToList(), story.Articles.Where(article => !draft.IsOwn(article)).ToList() };
        return languages.SelectMany(articles => Sentences(articles, draft)).Concat(languages.SelectMany(articles => articles.Select(Reading.Title).OfType<Candidate>()));
    }

    private static IEnumerable<Candidate> Sentences(List<Article> articles, Draft draft)
    {
        var voices = articles.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        var telling = articles.SelectMany(article => Telling(article, draft));
        return Candidate.Ranked(telling, sentence => sentence.Score - LaterVoice * Math.Min(5, voices[sentence.Article.Id]));
    }

    private static IEnumerable<Candidate> Telling(Article article, Draft draft)
    {
        var title = Terms.Of(article.Title).ToHashSet(StringComparer.Ordinal);
        return draft.Reading.Sentences(article).Where(sentence => sentence.Terms.Where(title.Contains).Distinct(StringComparer.Ordinal).Count() > (sentence.Index < Lead ? 0 : 1));
    }
}
