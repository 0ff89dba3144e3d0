using System.Collections.Frozen;

namespace Pipeline.Clipping;

/// <summary>Leaves out what stands beside an article: navigation, related links, comments, share bars, captions.</summary>
internal static class Pruner
{
    private static readonly FrozenSet<string> BesideTags = new[] { "nav", "aside", "footer", "figcaption", "address" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> BesideRoles = new[] { "navigation", "complementary", "contentinfo", "search", "menu", "dialog", "alertdialog", "banner" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What holds more of the running text than this is not taken away for its name, nor for its links.</summary>
    private const double MostBeside = 0.3;
    private const double MostForeign = 0.8;

    /// <summary>A block of this share of links without running text is a list of links.</summary>
    private const double LinkList = 0.5;

    /// <summary>By tag, role and name. A page that keeps its article in what it calls widgets or galleries has many of them: all of a name count together.</summary>
    public static void ByName(Outline outline)
    {
        var root = outline.Parts[0];
        Prune(outline, root, part => IsForeign(part, root));
        var reasons = new Dictionary<int, string>();
        for (var i = 1; i < root.End; i = reasons.ContainsKey(i) ? outline.Parts[i].End : i + 1)
            if (Considered(outline.Parts[i]) && outline.Parts[i].Prose <= MostBeside * root.Prose && Reason(outline.Parts[i]) is { } reason)
                reasons.Add(i, reason);
        var excessive = reasons.GroupBy(pair => pair.Value, StringComparer.Ordinal)
            .Where(group => group.Sum(pair => outline.Parts[pair.Key].Prose) > MostBeside * root.Prose).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        Prune(outline, root, part => reasons.TryGetValue(part.Index, out var reason) && !excessive.Contains(reason));
    }

    /// <summary>By the share of links, within <paramref name="root"/>.</summary>
    public static void LinkLists(Outline outline, Part root) => Prune(outline, root, part =>
        part.Tag is not ("p" or "li" or "blockquote" or "pre" or "tr")
        && part.LinkShare > LinkList && part.Prose * 4 < part.Words && part.Prose <= MostBeside * root.Prose);

    private static void Prune(Outline outline, Part root, Predicate<Part> beside)
    {
        for (var i = root.Index + 1; i < root.End; i++)
            if (Considered(outline.Parts[i]) && beside(outline.Parts[i]))
                outline.Prune(outline.Parts[i]);
        outline.Count();
    }

    private static bool Considered(Part part) =>
        part.Words > 0 && !part.Pruned && !Elements.IsInline(part.Tag) && part.Tag is not ("body" or "article" or "main");

    private static bool IsForeign(Part part, Part root) => part.Prose <= MostForeign * root.Prose && BlockNames.IsForeign(part.Element);

    private static string? Reason(Part part)
    {
        var role = part.Element.GetAttribute("role") ?? "";
        if (BesideTags.Contains(part.Tag) || BesideRoles.Contains(role))
            return $"<{part.Tag}>";
        return Elements.IsHidden(part.Element) ? "hidden" : BlockNames.Beside(part.Element);
    }
}
