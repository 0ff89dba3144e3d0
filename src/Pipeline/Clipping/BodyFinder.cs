namespace Pipeline.Clipping;

/// <summary>Finds the element that holds the article: the smallest one that still has nearly all of the running text.</summary>
/// <remarks>
/// Descending only while one child has nearly everything keeps bodies whole that page builders cut into siblings: where the text
/// is spread over several children, their parent is the body.
/// </remarks>
internal static class BodyFinder
{
    /// <summary>The share of the running text that a child must have to be gone into.</summary>
    private const double Dominance = 0.88;

    /// <summary>The same where nothing hints at the body: the page around it has running text of its own.</summary>
    private const double UnhintedDominance = 0.7;

    /// <summary>What a semantic element must hold of the running text to be believed.</summary>
    private const double Believed = 0.4;

    public static Part Find(Outline outline)
    {
        var root = outline.Parts[0];
        var start = Hinted(outline, root, IsNamedBody) ?? Hinted(outline, root, part => part.Tag == "article")
            ?? Hinted(outline, root, part => part.Tag == "main" || part.Element.GetAttribute("role") == "main") ?? root;
        return Descend(outline, start, start == root ? UnhintedDominance : Dominance);
    }

    /// <summary>The first of the parts that hold most.</summary>
    private static Part? Hinted(Outline outline, Part root, Func<Part, bool> hint)
    {
        var best = outline.Parts.Where(part => !part.Pruned && part.Prose > 0 && hint(part)).MaxBy(part => part.Prose);
        return best is not null && best.Prose >= Believed * root.Prose ? best : null;
    }

    private static bool IsNamedBody(Part part) =>
        part.Element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)
        || BlockNames.IsBody(part.Element);

    private static Part Descend(Outline outline, Part part, double dominance)
    {
        while (true)
        {
            var child = outline.Children(part).MaxBy(candidate => candidate.Prose);
            if (child is null || child.Prose < dominance * part.Prose || child.ProseLines < 2 || Elements.IsInline(child.Tag))
                return part;
            part = child;
        }
    }
}
