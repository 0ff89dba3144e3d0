namespace Pipeline.Digests.Checking;

/// <summary>Whether every id is defined once, whether what is used is defined, and whether both sides of a relation say the same.</summary>
internal sealed class IdCheck(PublishedWeek week)
{
    private readonly DigestData data = week.Data;
    private readonly List<Finding> findings = [];

    public static IReadOnlyList<Finding> Run(PublishedWeek week)
    {
        var check = new IdCheck(week);
        check.Relations();
        check.Items();
        check.ClaimUses();
        return check.findings;
    }

    private void Relations()
    {
        var items = Defined("items", data.Items.Select(item => item.Id));
        var stories = Defined("stories", data.Stories.Select(story => story.Id));
        var sources = Defined("sources", data.Sources.Select(source => source.Name));
        var themes = Defined("themes", data.Themes.Select(theme => theme.Id));
        Each(data.Items, "items", (item, path) =>
        {
            Used(sources, [item.Source], $"{path}.source");
            Used(stories, item.Story is { } story ? [story] : [], $"{path}.story");
            Used(items, item.Also, $"{path}.also");
            Used(themes, item.Themes, $"{path}.themes");
        });
        Each(data.Stories, "stories", (story, path) => Used(items, story.Items, $"{path}.items"));
        Each(data.Themes, "themes", (theme, path) => Used(stories, theme.Stories, $"{path}.stories"));
        Each(data.Claims, "claims", (claim, path) =>
        {
            Used(items, claim.Evidence.Select(piece => piece.Item), $"{path}.evidence");
            Each(claim.Figures, $"{path}.figures", (figure, inner) => Used(items, figure.Items, $"{inner}.items"));
            Used(items, claim.Items, $"{path}.items");
        });
        Each(data.Corrections ?? [], "corrections", (correction, path) => Used(items, [correction.Item], $"{path}.item"));
        Each(data.Outlook, "outlook", (outlook, path) => Used(themes, outlook.Theme is { } theme ? [theme] : [], $"{path}.theme"));
    }

    /// <summary>What an item says of its story, of who else tells it and of its themes follows from stories and themes.</summary>
    private void Items()
    {
        var publishers = data.Items.DistinctBy(item => item.Id).ToDictionary(item => item.Id, item => item.Publisher, StringComparer.Ordinal);
        Each(data.Items, "items", (item, path) =>
        {
            var story = data.Stories.FirstOrDefault(story => story.Items.Contains(item.Id));
            var also = story?.Items.Where(other => publishers.GetValueOrDefault(other) != item.Publisher) ?? [];
            var themes = data.Themes.Where(theme => theme.Stories.Any(told => data.Stories.Any(story => story.Id == told && story.Items.Contains(item.Id)))).Select(theme => theme.Id);
            Expect(item.Story == story?.Id, $"{path}.story", "is not the story that names the item");
            Expect(item.Also.SequenceEqual(also), $"{path}.also", "are not the story's items of other publishers");
            Expect(item.Themes.Order(StringComparer.Ordinal).SequenceEqual(themes.Order(StringComparer.Ordinal)), $"{path}.themes", "are not the themes that hold the item's story");
        });
    }

    /// <summary>A claim stands in one place of the digest.</summary>
    private void ClaimUses()
    {
        var uses = new List<(string Id, string Path)> { (data.Headline, "headline") };
        uses.AddRange(data.Introduction.Select(id => (id, "introduction")));
        Each(data.Themes, "themes", (theme, path) => uses.AddRange(theme.Claims.Select(id => (id, $"{path}.claims"))));
        Each(data.Advice, "advice", (advice, path) => uses.AddRange(advice.Claims.Select(id => (id, $"{path}.claims"))));
        Each(data.Outlook, "outlook", (outlook, path) =>
        {
            if (outlook.Trend is { } trend)
                uses.Add((trend, $"{path}.trend"));
            uses.Add((outlook.Signal, $"{path}.signal"));
        });
        uses.AddRange(data.Closing.Select(id => (id, "closing")));
        var claims = Defined("claims", data.Claims.Select(claim => claim.Id));
        foreach (var (id, path) in uses)
            Used(claims, [id], path);
        Each(data.Claims, "claims", (claim, path) => Expect(uses.Count(use => use.Id == claim.Id) == 1, $"{path}.id", $"the digest must use '{claim.Id}' once"));
    }

    private HashSet<string> Defined(string path, IEnumerable<string> ids)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        Each(ids.ToArray(), path, (id, inner) => Expect(defined.Add(id), inner, $"'{id}' is defined twice"));
        return defined;
    }

    private void Used(HashSet<string> defined, IEnumerable<string> ids, string path)
    {
        foreach (var id in ids)
            Expect(defined.Contains(id), path, $"'{id}' is not defined");
    }

    private void Expect(bool right, string path, string what)
    {
        if (!right)
            findings.Add(week.Places.Finding(path, what));
    }

    private static void Each<T>(IReadOnlyList<T> list, string path, Action<T, string> action)
    {
        for (var index = 0; index < list.Count; index++)
            action(list[index], JsonPath.At(path, index));
    }
}
