using AngleSharp.Dom;
using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>The lines of the elements that an editor's selector names: nothing is weighed, only what stands beside the text inside them goes.</summary>
internal static class SelectedBody
{
    /// <summary>In document order; empty where the selector matches no text.</summary>
    /// <exception cref="TroubleException">The selector is none.</exception>
    public static IReadOnlyList<Line> Clip(Page page, string selector, string? title) =>
        LineFilter.Filter([.. Outermost(page.Document, selector).SelectMany(Lines)], title);

    /// <summary>What matches and stands in no other that does, so that no text comes twice.</summary>
    private static IEnumerable<IElement> Outermost(IDocument document, string selector)
    {
        IElement? last = null;
        foreach (var element in Matches(document, selector).Where(IsRead))
            if (last is null || !last.Contains(element))
                yield return last = element;
    }

    private static IHtmlCollection<IElement> Matches(IDocument document, string selector)
    {
        try
        {
            return document.QuerySelectorAll(selector);
        }
        catch (DomException fault)
        {
            throw new TroubleException($"'{selector}' is no CSS selector", fault);
        }
    }

    private static bool IsRead(IElement element) => !Elements.IsUnread(element) && !element.Ancestors<IElement>().Any(Elements.IsUnread);

    /// <summary>An outline of its own: what is named stays, whatever it is called, and is the measure for what stands in it.</summary>
    private static List<Line> Lines(IElement element)
    {
        var outline = OutlineBuilder.Build(element);
        if (outline.IsEmpty)
            return [];
        Pruner.ByName(outline);
        Pruner.LinkLists(outline, outline.Parts[0]);
        return outline.LinesOf(outline.Parts[0]);
    }
}
