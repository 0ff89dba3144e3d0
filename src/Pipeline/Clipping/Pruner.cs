using System.Collections.Frozen;

namespace Pipeline.Clipping;

/// <summary>Leaves out what stands beside an article: navigation, related links, comments, share bars, captions.</summary>
internal static class Pruner
{
    private static readonly FrozenSet<string> BesideTags = new[] { "nav", "aside", "footer", "figcaption", "address" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> BesideRoles = new[] { "navigation", "complementary", "contentinfo", "search", "menu", "dialog", "alertdialog", "banner" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A name alone does not take away what holds more of the running text than this.</summary>
    private const double MostBeside = 0.3;
    private const double MostForeign = 0.8;

    /// <summary>A block of this share of links without running text is a list of links.</summary>
    private const double LinkList = 0.5;

    /// <summary>By tag, role and name, within <paramref name="root"/>; what is pruned is not looked into again.</summary>
    public static void ByName(Outline outline, Part root)
    {
        for (var i = root.Index + 1; i < root.End; i = outline.Parts[i].Pruned ? outline.Parts[i].End : i + 1)
        {
            var part = outline.Parts[i];
            if (part.Words > 0 && !Elements.IsInline(part.Tag) && !part.Pruned)
                part.Pruned = IsBeside(part, root);
        }

        outline.Count();
    }

    /// <summary>By the share of links, within <paramref name="root"/>.</summary>
    public static void LinkLists(Outline outline, Part root)
    {
        for (var i = root.Index + 1; i < root.End; i = outline.Parts[i].Pruned ? outline.Parts[i].End : i + 1)
        {
            var part = outline.Parts[i];
            if (!part.Pruned && !Elements.IsInline(part.Tag) && part.Tag is not ("p" or "li" or "blockquote" or "pre" or "tr"))
                part.Pruned = part.Words > 0 && part.LinkShare > LinkList && part.Prose * 4 < part.Words;
        }

        outline.Count();
    }

    private static bool IsBeside(Part part, Part root)
    {
        var share = root.Prose == 0 ? 0 : (double)part.Prose / root.Prose;
        if (share > MostForeign || part.Tag is "body" or "article" or "main")
            return false;
        if (BlockNames.IsForeign(part.Element))
            return true;
        return share <= MostBeside
            && (BesideTags.Contains(part.Tag) || BesideRoles.Contains(part.Element.GetAttribute("role") ?? "") || BlockNames.IsBeside(part.Element));
    }
}
