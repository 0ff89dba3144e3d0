namespace Pipeline.Model;

/// <summary>One decision of an editor for a week; items are named by anchor or URL, themes by id or title.</summary>
/// <param name="Line">Where it stands in the week's edits file.</param>
public abstract record Edit(int Line);

/// <summary>Takes an item out of the week: it is not grouped, counted, cited or listed.</summary>
public sealed record DropItem(int Line, string Item) : Edit(Line);

/// <summary>Puts an item's story first in its theme, and the item first in its story.</summary>
public sealed record PinItem(int Line, string Item) : Edit(Line);

/// <summary>Puts an item's story into another theme; <paramref name="Theme"/> is null for none.</summary>
public sealed record MoveItem(int Line, string Item, string? Theme) : Edit(Line);

/// <summary>Makes one theme of several; it keeps the first one's id.</summary>
public sealed record MergeThemes(int Line, IReadOnlyList<string> Themes, string? Title) : Edit(Line);

/// <summary>Makes a theme of its own out of the items' stories.</summary>
public sealed record SplitTheme(int Line, string Theme, IReadOnlyList<string> Items, string Title) : Edit(Line);

public sealed record RenameTheme(int Line, string Theme, string Title) : Edit(Line);

/// <summary>The themes named come first, in this order.</summary>
public sealed record OrderThemes(int Line, IReadOnlyList<string> Themes) : Edit(Line);

/// <summary>Dissolves a theme: its stories stay in the week, in no theme.</summary>
public sealed record DropTheme(int Line, string Theme) : Edit(Line);

/// <summary>Puts another sentence in the place of one; null takes it out.</summary>
/// <param name="Sentence">The whole sentence as it stands in the digest, without its links.</param>
public sealed record ReplaceSentence(int Line, string Sentence, EditedSentence? By) : Edit(Line);

/// <summary>Adds a sentence at the end of a part.</summary>
/// <param name="To">A theme, or <c>introduction</c> or <c>closing</c>.</param>
/// <param name="Impact">Among the theme's impact judgements rather than in its evidence chain.</param>
public sealed record AddSentence(int Line, string To, bool Impact, EditedSentence Sentence) : Edit(Line);

public sealed record SetHeadline(int Line, EditedSentence Sentence) : Edit(Line);

/// <summary>A note of the editor's above the introduction.</summary>
public sealed record AddNote(int Line, string Text) : Edit(Line);

/// <param name="Evidence">The passages that the gate holds it against; empty where it is the editor's own voice.</param>
public sealed record EditedSentence(string Text, IReadOnlyList<Cited> Evidence);

/// <summary>Words that stand in an item's title or text.</summary>
public sealed record Cited(string Item, string Quote);

/// <summary>What came of an edit.</summary>
/// <param name="Why">Why it no longer applies; null where it was applied.</param>
public sealed record EditOutcome(int Line, string What, string? Why)
{
    public override string ToString() => $"{What}: {Why ?? "applied"}";
}
