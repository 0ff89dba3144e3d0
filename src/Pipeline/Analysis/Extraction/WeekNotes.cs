using Pipeline.Model;

namespace Pipeline.Analysis.Extraction;

/// <summary>What is said of the week itself: the introduction and the closing, counted, and the headline, made of the themes' names.</summary>
internal static class WeekNotes
{
    /// <summary>Fewer items than this are few for a week of any list of sources.</summary>
    private const int Few = 10;

    private const int MostInHeadline = 3;

    /// <summary>Where several stories were told most widely, fewer publishers than this are no news.</summary>
    private const int FewestTogether = 3;

    public static IReadOnlyList<Claim> Introduction(Draft draft) => Numbered("intro", [Week(draft), Themes(draft), Widest(draft)]);

    public static IReadOnlyList<Claim> Closing(Draft draft) => Numbered("closing", [Quiet(draft), Told(draft), WidestTheme(draft)]);

    public static Claim Headline(IReadOnlyList<Brief> briefs, Draft draft) =>
        OfThemes([.. briefs.Select(brief => brief.Theme).Where(theme => !Addressed.Speaks(theme.Name)).Take(MostInHeadline)], draft) ?? OfStory(draft) ?? OfItems(draft);

    private static Claim? Week(Draft draft)
    {
        var articles = draft.News.Articles;
        if (articles.Count == 0)
            return null;
        var (items, publishers, languages) = (Count.Items(articles), Count.Publishers(articles), Count.Languages(articles));
        var stories = Count.Stories([.. draft.News.Grouping.Stories]);
        var text = draft.Wording.Week(items.Value, publishers.Value, languages.Value < 2 ? 0 : languages.Value, stories.Value);
        return draft.Compute("", text, languages.Value < 2 ? [items, publishers, stories] : [items, publishers, languages, stories]);
    }

    private static Claim? Themes(Draft draft)
    {
        var themes = draft.News.Grouping.Themes;
        if (themes.Count == 0)
            return null;
        var stories = Count.Stories([.. themes.SelectMany(theme => theme.Stories)]);
        var counted = Count.Themes(themes);
        return draft.News.Grouping.Remainder.Count == 0
            ? draft.Compute("", draft.Wording.Themes(0, counted.Value), [counted])
            : draft.Compute("", draft.Wording.Themes(stories.Value, counted.Value), [stories, counted]);
    }

    private static Claim? Widest(Draft draft)
    {
        var told = draft.News.Grouping.Stories.OrderByDescending(story => story.Publishers.Count).Take(2).ToList();
        if (told.Count == 0)
            return null;
        var (widest, alone) = (told[0], told.Count == 1 || told[0].Publishers.Count > told[1].Publishers.Count);
        if (widest.Publishers.Count < (alone ? 2 : FewestTogether))
            return null;
        var titles = widest.Articles.OrderByDescending(draft.IsOwn).Select(article => article.Title);
        return titles.FirstOrDefault(title => !Addressed.Speaks(title)) is not { } title ? null : draft.Compute("", draft.Wording.Widest(title, widest.Publishers.Count, alone), [Count.Publishers(widest.Articles)], Count.Ids(widest.Articles));
    }

    private static Claim? Told(Draft draft)
    {
        var stories = draft.News.Grouping.Stories.ToList();
        var several = stories.Where(story => story.Publishers.Count > 1).ToList();
        if (several.Count == 0)
            return stories.Count < 2 ? null : draft.Compute("", draft.Wording.Unshared, [], Count.Ids(draft.News.Articles));
        var (all, some) = (Count.Stories(stories), Count.Stories(several));
        var alone = Count.Stories([.. stories.Where(story => story.Publishers.Count == 1)]);
        return draft.Compute("", draft.Wording.Told(all.Value, some.Value, alone.Value), alone.Value == 0 ? [all] : [all, some, alone]);
    }

    private static Claim? WidestTheme(Draft draft)
    {
        var ranked = draft.News.Grouping.Themes.Where(theme => !Addressed.Speaks(theme.Name)).Select(theme => (Theme: theme, Publishers: Count.Publishers(theme.Articles)))
            .OrderByDescending(pair => pair.Publishers.Value).ToList();
        if (ranked.Count < 2 || ranked[0].Publishers.Value < 2 || ranked[0].Publishers.Value == ranked[1].Publishers.Value)
            return null;
        return draft.Compute("", draft.Wording.WidestTheme(ranked[0].Theme.Name, ranked[0].Publishers.Value), [ranked[0].Publishers], Count.Ids(ranked[0].Theme.Articles));
    }

    private static Claim? Quiet(Draft draft)
    {
        var items = Count.Items(draft.News.Articles);
        return items.Value is > 0 and < Few ? draft.Compute("", draft.Wording.Quiet(items.Value), [items]) : null;
    }

    /// <summary>As many of the weightiest themes as fit; one is named however long it is.</summary>
    private static Claim? OfThemes(IReadOnlyList<Theme> themes, Draft draft)
    {
        for (var count = themes.Count; count > 0; count--)
        {
            var named = themes.Take(count).ToList();
            var names = named.Select(theme => theme.Name).ToList();
            if ((draft.Wording.Headline(names) ?? (count == 1 ? names[0] : null)) is not { } text)
                continue;
            var headline = Bare(text, draft) with { Articles = Count.Ids(named.SelectMany(theme => theme.Articles)) };
            if (draft.Notebook.Pass(headline) is { } passed)
                return passed;
        }

        return null;
    }

    private static Claim? OfStory(Draft draft) => draft.News.Grouping.Stories
        .SelectMany(story => story.Articles).Where(draft.IsOwn).Select(Reading.Title).OfType<Candidate>()
        .Where(title => draft.Wording.FitsHeadline(title.Text) && !Addressed.Speaks(title.Text))
        .Select(title => draft.Notebook.Pass(Bare(title.Text, draft) with { Evidence = [.. title.Evidence] })).FirstOrDefault(claim => claim is not null);

    private static Claim OfItems(Draft draft)
    {
        var items = Count.Items(draft.News.Articles);
        return Bare(items.Value == 0 ? draft.Wording.Empty : draft.Wording.Items(items.Value), draft) with { Figures = [items] };
    }

    private static Claim Bare(string text, Draft draft) =>
        new() { Id = "headline", Kind = ClaimKind.Headline, Text = text, Language = draft.Wording.Language };

    private static List<Claim> Numbered(string part, IEnumerable<Claim?> claims) =>
        [.. claims.OfType<Claim>().Select((claim, place) => claim with { Id = Draft.Id(part, place + 1) })];
}
