namespace Pipeline.Model;

/// <summary>A theme that the editors expect: a name, and words in either language that draw stories to it.</summary>
public sealed record ThemeGuide(string Name, IReadOnlyList<string> Keywords) : Named(Name);
