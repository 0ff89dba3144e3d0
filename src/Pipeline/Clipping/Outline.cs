using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>An element of the outline: what stands in it is <c>[Index, End)</c> of the elements and <c>[FirstLine, EndLine)</c> of the lines.</summary>
internal sealed class Part(IElement element, int index, int parent)
{
    public IElement Element { get; } = element;

    public string Tag { get; } = element.LocalName;

    public int Index { get; } = index;

    /// <summary>The parent's index; -1 for the root.</summary>
    public int Parent { get; } = parent;

    public int End { get; set; }

    public int FirstLine { get; set; }

    public int EndLine { get; set; }

    public int Words { get; set; }

    public int Linked { get; set; }

    /// <summary>Words of running text, outside links.</summary>
    public int Prose { get; set; }

    public int ProseLines { get; set; }

    /// <summary>Left out, with all that is in it.</summary>
    public bool Pruned { get; set; }

    public double LinkShare => Words == 0 ? 0 : (double)Linked / Words;
}

/// <summary>A page as two flat lists in document order, so that no step follows the page's depth.</summary>
internal sealed record Outline(IReadOnlyList<Part> Parts, IReadOnlyList<Line> Lines)
{
    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Sums words upwards, leaving out what is pruned. A part comes after its parent, so one walk backwards is enough.</summary>
    public void Count()
    {
        foreach (var part in Parts)
            (part.Words, part.Linked, part.Prose, part.ProseLines) = (0, 0, 0, 0);
        foreach (var line in Lines)
            Add(Parts[line.Block], line.Words, line.Linked, line.IsProse ? line.Words - line.Linked : 0, line.IsProse ? 1 : 0);
        for (var i = Parts.Count - 1; i > 0; i--)
            if (!Parts[i].Pruned)
                Add(Parts[Parts[i].Parent], Parts[i].Words, Parts[i].Linked, Parts[i].Prose, Parts[i].ProseLines);
    }

    /// <summary>Leaves a part out, with all that is in it.</summary>
    public void Prune(Part part)
    {
        for (var i = part.Index; i < part.End; i++)
            Parts[i].Pruned = true;
    }

    /// <summary>The lines of a part that were not pruned.</summary>
    public List<Line> LinesOf(Part part)
    {
        var lines = new List<Line>();
        for (var i = part.FirstLine; i < part.EndLine; i++)
            if (!Parts[Lines[i].Block].Pruned)
                lines.Add(Lines[i]);
        return lines;
    }

    /// <summary>The children that were not pruned, found by leaping from one's end to the next.</summary>
    public IEnumerable<Part> Children(Part part)
    {
        for (var i = part.Index + 1; i < part.End; i = Parts[i].End)
            if (!Parts[i].Pruned)
                yield return Parts[i];
    }

    private static void Add(Part part, int words, int linked, int prose, int proseLines)
    {
        part.Words += words;
        part.Linked += linked;
        part.Prose += prose;
        part.ProseLines += proseLines;
    }
}
