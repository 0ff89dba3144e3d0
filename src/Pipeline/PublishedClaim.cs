namespace Pipeline;

/// <summary>A sentence of a published digest, as its data file has it.</summary>
/// <param name="Kind">One of the data file's kinds, such as <c>case</c> or <c>computed</c>.</param>
/// <param name="Figures">The numbers of a computed claim, with the items that they were counted from.</param>
/// <param name="Items">The items that a computed claim names beyond its figures.</param>
/// <param name="Accepted">What the gate said when the week was published.</param>
public sealed record PublishedClaim(
    string Id, string Kind, string Text, string Language, IReadOnlyList<PublishedEvidence> Evidence,
    IReadOnlyList<PublishedFigure> Figures, IReadOnlyList<string> Items, bool Accepted);

/// <summary>A passage that a published claim cites, and the item that it stands in.</summary>
/// <param name="Passage"><c>title</c> or <c>text</c>: the quotation stands there from <paramref name="Start"/> to <paramref name="End"/> (UTF-16 units).</param>
public sealed record PublishedEvidence(string Item, string Title, string Publisher, string Url, string Published, string Passage, int Start, int End, string Quotation);

/// <summary>A number of a computed claim.</summary>
public sealed record PublishedFigure(string Measure, int Value, IReadOnlyList<string> Items);
