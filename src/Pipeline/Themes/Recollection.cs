using Pipeline.Linguistics;
using Pipeline.Model;

namespace Pipeline.Themes;

/// <summary>Knows stories and themes of earlier weeks again.</summary>
public static class Recollection
{
    /// <summary>The terms that are kept: enough to know a story, or a theme of many, again; few enough for an archive.</summary>
    private const int StoryTerms = 30, ThemeTerms = 80;

    /// <summary>The cosine from which a story follows up an earlier one, and a theme continues one. Higher than within a week, where the time speaks too.</summary>
    private const double Same = 0.35;

    /// <summary>How many weeks back are looked at: an event is followed up for a month, a line of development for a quarter.</summary>
    private const int StoryWeeks = 4, ThemeWeeks = 12;

    /// <summary>What a week leaves behind.</summary>
    /// <param name="subjects">The week's, where its stories were grouped with them.</param>
    public static WeekMemory Remember(WeekLabel week, Grouping grouping, Subjects? subjects = null)
    {
        var stories = grouping.Stories.OrderBy(story => story.Id, StringComparer.Ordinal).ToList();
        var read = (subjects ?? new Subjects()).Of(stories);
        var space = new TermSpace(read);
        var kept = stories.Zip(read).ToDictionary(pair => pair.First.Id, pair => Signature.Of([pair.Second], space, StoryTerms), StringComparer.Ordinal);
        return new WeekMemory(
            [.. stories.Select(story => new Remembered(story.Lead.Title, null, story.Since ?? week, kept[story.Id]))],
            [.. grouping.Themes.Select(theme => new Remembered(
                theme.Name, theme.Guide, theme.Since ?? week, Signature.Of(theme.Stories.Select(story => kept[story.Id]), space, ThemeTerms)))]);
    }

    /// <summary>The stories, each follow-up with the week in which the event was first told.</summary>
    /// <param name="earlier">Weeks before this one, the newest first.</param>
    public static IReadOnlyList<Story> FollowUps(IReadOnlyList<Story> stories, IReadOnlyList<WeekMemory> earlier, Subjects? subjects = null)
    {
        var past = earlier.Take(StoryWeeks).SelectMany(week => week.Stories).ToList();
        if (past.Count == 0)
            return stories;
        var of = Signature.Match(past, (subjects ?? new Subjects()).Of(stories), Same);
        return [.. stories.Select((story, i) => of[i] is { } known ? story with { Since = past[known].Since } : story)];
    }

    /// <summary>The grouping, each theme with its continuity, and what has gone quiet.</summary>
    /// <param name="earlier">Weeks before this one, the newest first.</param>
    public static Grouping Recall(Grouping grouping, IReadOnlyList<WeekMemory> earlier, Subjects? subjects = null)
    {
        var past = earlier.Take(ThemeWeeks).SelectMany((week, ago) => week.Themes.Select(theme => (Theme: theme, Ago: ago))).ToList();
        if (past.Count == 0)
            return grouping;
        var now = Remember(default, grouping, subjects).Themes;
        var alike = Signature.Match([.. past.Select(pair => pair.Theme)], [.. now.Select(theme => theme.Terms)], Same);
        var of = now.Select((theme, i) => Guided(past, theme) ?? alike[i]).ToList();
        var last = earlier[0].Themes;
        return grouping with
        {
            Themes = [.. grouping.Themes.Select((theme, i) => of[i] is not { } known ? theme : theme with
            {
                Continuity = past[known].Ago == 0 ? Continuity.Continuing : Continuity.Returning,
                Since = past[known].Theme.Since,
            })],
            Quiet = [.. last.Where((_, i) => !of.Contains(i)).Select(theme => theme.Name)],
        };
    }

    /// <summary>The editors' own word for a line of development needs no likeness.</summary>
    private static int? Guided(List<(Remembered Theme, int Ago)> past, Remembered theme)
    {
        var at = theme.Guide is null ? -1 : past.FindIndex(pair => pair.Theme.Guide == theme.Guide);
        return at < 0 ? null : at;
    }
}
