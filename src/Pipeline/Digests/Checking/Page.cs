namespace Pipeline.Digests.Checking;

/// <summary>A link of a page: where it stands in its block's text, and what it says.</summary>
internal sealed record PageLink(int Line, int Start, string Url, string Label);

internal sealed record PageAnchor(string Id, int Line);

/// <summary>A heading or paragraph as a reader sees it.</summary>
/// <param name="Level">A heading's level; 0 for a paragraph.</param>
/// <param name="Entry">The index of the outermost list item around it, over the whole page; -1 outside lists.</param>
internal sealed record PageBlock(int Line, int Level, int Entry, string Text, IReadOnlyList<PageLink> Links, IReadOnlyList<PageAnchor> Anchors, IReadOnlyList<string> Strong)
{
    /// <summary>A heading's id, where it is written out.</summary>
    public string? Id { get; init; }
}

/// <summary>A page taken apart.</summary>
/// <param name="Front">The YAML between the <c>---</c> lines; null where there is none.</param>
/// <param name="Strays">Markdown that no page of ours has: raw HTML, tables, code, images, ….</param>
internal sealed record Page(string Path, string? Front, IReadOnlyList<PageBlock> Blocks, IReadOnlyList<Finding> Strays)
{
    public IEnumerable<PageAnchor> Anchors => Blocks.SelectMany(block => block.Anchors);

    public IEnumerable<PageLink> Links => Blocks.SelectMany(block => block.Links);

    public int FirstLine => Blocks.Count == 0 ? 1 : Blocks[0].Line;

    /// <summary>The line to name where something is missing at the end.</summary>
    public int LastLine => Blocks.Count == 0 ? 1 : Blocks[^1].Line;

    public bool HasAnchor(string id) => Anchors.Any(anchor => anchor.Id == id);

    public Finding Finding(int line, string what) => new(Path, line, what);
}
