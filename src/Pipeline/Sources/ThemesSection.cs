using Pipeline.Model;

namespace Pipeline.Sources;

/// <summary>The list under <c>themes:</c>.</summary>
internal static class ThemesSection
{
    public static IReadOnlyList<ThemeGuide> Read(Section root)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. (root.Sections("themes", "a theme", "name", "names", "keywords") ?? []).Select(theme => Read(theme, names)).OfType<ThemeGuide>()];
    }

    private static ThemeGuide? Read(Section theme, HashSet<string> taken)
    {
        theme.Need("name", "say what the theme is called").Need("keywords", "list the words that draw stories to it");
        var name = theme.Text("name");
        var keywords = theme.Texts("keywords");
        if (name is not null && !taken.Add(name.Value))
            theme.Faults.Add(name.Place, $"there is already a theme {name.Shown}", "join the two, or rename one");
        var names = LanguageNames.Read(theme);
        return name is null || keywords is null ? null : new ThemeGuide(name.Value, Distinct(keywords, theme)) { Names = names };
    }

    private static List<string> Distinct(IReadOnlyList<Scalar> keywords, Section theme)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var keyword in keywords.Where(keyword => !seen.Add(keyword.Value)))
            theme.Faults.Add(keyword.Place, $"the keyword {keyword.Shown} stands here twice", "keep one: letter case doesn't matter");
        return [.. seen];
    }
}
