using Pipeline.Model;

namespace Pipeline.Themes;

public static class ThemeGrouper
{
    public static Grouping Group(IReadOnlyList<Story> stories, IReadOnlyList<ThemeGuide> guides, string language)
    {
        var left = stories.ToList();
        var themes = new List<Theme>();
        foreach (var guide in guides)
        {
            var mine = left.Where(s => guide.Keywords.Any(k => s.Articles.Any(a => a.Title.Contains(k, StringComparison.OrdinalIgnoreCase)))).ToList();
            left = left.Except(mine).ToList();
            if (mine.Count > 0) themes.Add(new Theme(guide.Name, mine) { Guide = guide.Name });
        }
        return new Grouping(themes, left);
    }
}
