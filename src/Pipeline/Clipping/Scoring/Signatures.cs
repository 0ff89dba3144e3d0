namespace Pipeline.Clipping.Scoring;

/// <summary>The lines of a page by the template that made them: those whose elements, parents and grandparents have the same tags and classes.</summary>
internal sealed class Signatures
{
    private readonly int[] _near;
    private readonly int[] _far;
    private readonly Dictionary<int, PartCount> _counts = [];

    public Signatures(Outline outline)
    {
        _near = new int[outline.Lines.Count];
        _far = new int[outline.Lines.Count];
        var own = new int[outline.Parts.Count];
        foreach (var part in outline.Parts)
            own[part.Index] = HashOf(part);
        for (var i = 0; i < _near.Length; i++)
        {
            var line = outline.Lines[i];
            var parent = outline.Parts[line.Block].Parent;
            var grandparent = parent < 0 ? -1 : outline.Parts[parent].Parent;
            _near[i] = own[line.Block];
            _far[i] = Mix(Mix(own[line.Block], parent < 0 ? 1 : own[parent]), grandparent < 0 ? 1 : own[grandparent]);
            Add(_near[i], line);
            Add(_far[i], line);
        }
    }

    /// <summary>Lines whose own element is alike.</summary>
    public PartCount Near(int line) => _counts[_near[line]];

    /// <summary>Lines whose elements are alike up to the grandparent.</summary>
    public PartCount Far(int line) => _counts[_far[line]];

    private void Add(int key, Line line)
    {
        var count = _counts.GetValueOrDefault(key);
        _counts[key] = new PartCount(count.Words + line.Words, count.Linked + line.Linked,
            count.Prose + (line.IsProse ? line.Words - line.Linked : 0), count.ProseLines + (line.IsProse ? 1 : 0), count.Lines + 1);
    }

    private static int HashOf(Part part)
    {
        var hash = 17;
        foreach (var character in part.Tag)
            hash = Mix(hash, character);
        foreach (var character in part.Element.GetAttribute("class") ?? "")
            hash = Mix(hash, character is >= '0' and <= '9' ? '0' : character);
        return hash;
    }

    private static int Mix(int hash, int value) => unchecked((hash ^ value) * 16777619 + 5);
}
