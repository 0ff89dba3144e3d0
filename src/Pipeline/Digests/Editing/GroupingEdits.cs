using System.Globalization;
using Pipeline.Model;

namespace Pipeline.Digests.Editing;

/// <summary>Applies what editors decided of items and themes, before anything is written: what is written then fits, and is counted right.</summary>
/// <remarks>In the order of the file. What no longer applies changes nothing, and its outcome says why.</remarks>
internal sealed class GroupingEdits(IReadOnlyList<Article> articles, Grouping grouping, Anchors anchors)
{
    /// <summary>Marks, among the anchors, a theme that an editor made.</summary>
    private const string Made = "edit:";

    private readonly List<Article> articles = [.. articles];
    private readonly List<Theme> themes = [.. grouping.Themes];
    private readonly List<Story> remainder = [.. grouping.Remainder];
    private readonly List<EditOutcome> outcomes = [];
    private readonly Dictionary<string, string> urls = anchors.Items.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    private Anchors anchors = anchors;

    /// <param name="grouping">With the themes' ids.</param>
    public static EditedGrouping Apply(IReadOnlyList<Article> articles, Grouping grouping, Anchors anchors, IEnumerable<Edit> edits)
    {
        var work = new GroupingEdits(articles, grouping, anchors);
        foreach (var edit in edits)
            if (Named(edit) is { } what)
                work.outcomes.Add(new EditOutcome(edit.Line, what, work.Apply(edit)));
        return new EditedGrouping(work.articles, new Grouping(work.themes, work.remainder), work.anchors, work.outcomes);
    }

    /// <summary>Null for an edit of sentences.</summary>
    private static string? Named(Edit edit) => edit switch
    {
        DropItem drop => $"drop {drop.Item}",
        PinItem pin => $"pin {pin.Item}",
        MoveItem move => $"move {move.Item} to {move.Theme ?? "none"}",
        MergeThemes merge => $"merge {string.Join(", ", merge.Themes)}",
        SplitTheme split => $"split {split.Theme}",
        RenameTheme rename => $"rename {rename.Theme}",
        OrderThemes order => $"order {string.Join(", ", order.Themes)}",
        DropTheme drop => $"drop-theme {drop.Theme}",
        _ => null,
    };

    private string? Apply(Edit edit) => edit switch
    {
        DropItem drop => Drop(drop.Item),
        PinItem pin => Pin(pin.Item),
        MoveItem move => Move(move),
        MergeThemes merge => Merge(merge),
        SplitTheme split => Split(split),
        RenameTheme rename => With(rename.Theme, at => themes[at] = themes[at] with { Name = rename.Title }),
        OrderThemes order => Order(order.Themes),
        DropTheme drop => With(drop.Theme, at =>
        {
            remainder.AddRange(themes[at].Stories);
            themes.RemoveAt(at);
        }),
        _ => null,
    };

    private string? Drop(string item)
    {
        if (Find(item) is not { } article)
            return NoItem(item);
        articles.RemoveAll(other => other.Url == article.Url);
        Change(story => Without(story, article.Url));
        return null;
    }

    private string? Pin(string item)
    {
        if (Find(item) is not { } article)
            return NoItem(item);
        var at = themes.FindIndex(theme => theme.Articles.Any(other => other.Url == article.Url));
        if (at < 0)
            return $"{item} stands in no theme";
        var story = themes[at].Stories.First(story => Has(story, article));
        var first = new Story([.. story.Voices.Select(voice => Led(voice, article)).OrderBy(voice => voice.Original.Url != article.Url)]);
        themes[at] = themes[at] with { Stories = [first, .. themes[at].Stories.Where(other => other != story)] };
        return null;
    }

    private string? Move(MoveItem move)
    {
        if (Find(move.Item) is not { } article)
            return NoItem(move.Item);
        if (move.Theme is { } named && Theme(named) < 0)
            return NoTheme(named);
        Place(Take([article]), move.Theme is { } theme ? themes[Theme(theme)].Id : null);
        return null;
    }

    private string? Merge(MergeThemes merge)
    {
        if (merge.Themes.FirstOrDefault(name => Theme(name) < 0) is { } missing)
            return NoTheme(missing);
        var ids = merge.Themes.Select(name => themes[Theme(name)].Id).Distinct(StringComparer.Ordinal).ToArray();
        var merged = ids.Select(id => themes.First(theme => theme.Id == id)).ToArray();
        var at = themes.IndexOf(merged[0]);
        themes[at] = merged[0] with { Name = merge.Title ?? merged[0].Name, Stories = [.. merged.SelectMany(theme => theme.Stories)] };
        themes.RemoveAll(theme => merged.Skip(1).Contains(theme));
        return null;
    }

    private string? Split(SplitTheme split)
    {
        if (Theme(split.Theme) is var at && at < 0)
            return NoTheme(split.Theme);
        var found = split.Items.Select(Find).OfType<Article>().Where(article => themes[at].Stories.Any(story => Has(story, article))).ToArray();
        if (found.Length < split.Items.Count)
            return $"{string.Join(", ", split.Items.Where(item => !found.Contains(Find(item))))}: not in {split.Theme}";
        var id = themes[at].Id;
        var stories = Take(found);
        var after = themes.FindIndex(theme => theme.Id == id) + 1;
        themes.Insert(after == 0 ? Math.Min(at, themes.Count) : after, new Theme(split.Title, stories) { Id = IdOfMade(split.Title) });
        return null;
    }

    private string? Order(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => Theme(name) < 0) is { } missing)
            return NoTheme(missing);
        var first = names.Select(name => themes[Theme(name)]).Distinct().ToArray();
        themes.RemoveAll(theme => first.Contains(theme));
        themes.InsertRange(0, first);
        return null;
    }

    /// <summary>A theme that an editor made is known again by its title, and keeps its id in every rebuild.</summary>
    private string IdOfMade(string title)
    {
        if (anchors.Themes.FirstOrDefault(anchor => anchor.Guide == Made + title) is { } known)
            return known.Id;
        var next = anchors.Themes.Select(anchor => int.Parse(anchor.Id.AsSpan(1), CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"t{next}");
        anchors = anchors with { Themes = [.. anchors.Themes, new ThemeAnchor(id, title, Made + title, [])] };
        return id;
    }

    /// <summary>The stories that hold the articles, taken out of where they stand.</summary>
    private Story[] Take(IReadOnlyList<Article> some)
    {
        var taken = themes.SelectMany(theme => theme.Stories).Concat(remainder).Where(story => some.Any(article => Has(story, article))).ToArray();
        Change(story => taken.Contains(story) ? null : story);
        return taken;
    }

    private void Place(IReadOnlyList<Story> stories, string? id)
    {
        if (id is null)
            remainder.AddRange(stories);
        else if (themes.FindIndex(theme => theme.Id == id) is var at && at >= 0)
            themes[at] = themes[at] with { Stories = [.. themes[at].Stories, .. stories] };
        else
            // The story was all that its theme had.
            themes.Add(grouping.Themes.First(theme => theme.Id == id) with { Stories = stories });
    }

    /// <summary>Each story changed, or gone where it comes out as null; a theme without a story is gone too.</summary>
    private void Change(Func<Story, Story?> change)
    {
        for (var at = themes.Count - 1; at >= 0; at--)
        {
            themes[at] = themes[at] with { Stories = [.. themes[at].Stories.Select(change).OfType<Story>()] };
            if (themes[at].Stories.Count == 0)
                themes.RemoveAt(at);
        }

        Story[] left = [.. remainder.Select(change).OfType<Story>()];
        remainder.Clear();
        remainder.AddRange(left);
    }

    private string? With(string theme, Action<int> act)
    {
        if (Theme(theme) is var at && at < 0)
            return NoTheme(theme);
        act(at);
        return null;
    }

    private Article? Find(string item) => articles.FirstOrDefault(article => article.Url == urls.GetValueOrDefault(item, item));

    private int Theme(string name) => themes.FindIndex(theme => theme.Id == name) is var at && at >= 0 ? at : themes.FindIndex(theme => theme.Name == name);

    private static bool Has(Story story, Article article) => story.Articles.Any(other => other.Url == article.Url);

    private static Story? Without(Story story, string url)
    {
        if (story.Articles.All(article => article.Url != url))
            return story;
        var voices = story.Voices.Select(voice => voice.Articles.Where(article => article.Url != url).ToArray()).Where(left => left.Length > 0).Select(left => new Voice(left[0], left[1..])).ToArray();
        return voices.Length == 0 ? null : new Story(voices);
    }

    /// <summary>The article before its copies, where it is among the voice's.</summary>
    private static Voice Led(Voice voice, Article article) =>
        voice.Articles.FirstOrDefault(other => other.Url == article.Url) is { } first ? new Voice(first, [.. voice.Articles.Where(other => other.Url != article.Url)]) : voice;

    private static string NoItem(string item) => $"{item} is no item of the week";

    private static string NoTheme(string theme) => $"the week has no theme '{theme}'";
}

/// <summary>A week's articles and themes as its editor wants them.</summary>
internal sealed record EditedGrouping(IReadOnlyList<Article> Articles, Grouping Grouping, Anchors Anchors, IReadOnlyList<EditOutcome> Outcomes);
