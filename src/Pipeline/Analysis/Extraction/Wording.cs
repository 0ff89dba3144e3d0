namespace Pipeline.Analysis.Extraction;

/// <summary>How the sentences about the week itself are worded. Every number in them is a figure that the gate counts again.</summary>
internal abstract class Wording
{
    public abstract string Language { get; }

    public static Wording Of(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? new ChineseWording() : new EnglishWording();

    /// <summary>The themes' names in one line; null where they are too long for a headline.</summary>
    public abstract string? Headline(IReadOnlyList<string> themes);

    /// <summary>Whether a title is short enough to be the headline.</summary>
    public abstract bool FitsHeadline(string title);

    public abstract string Empty { get; }

    public abstract string Items(int items);

    /// <param name="languages">0 where there is only one, which needs no saying.</param>
    public abstract string Week(int items, int publishers, int languages, int stories);

    /// <param name="stories">0 where every story is in a theme.</param>
    public abstract string Themes(int stories, int themes);

    /// <param name="alone">Whether no other story was told as widely.</param>
    public abstract string Widest(string title, int publishers, bool alone);

    public abstract string Extent(int stories, int publishers);

    public abstract string Told(int stories, int several, int alone);

    public abstract string WidestTheme(string theme, int publishers);

    public abstract string Quiet(int items);

    /// <summary>What a signal stands under that belongs to no theme.</summary>
    public abstract string Elsewhere { get; }

    /// <summary>No story has a second publisher.</summary>
    public abstract string Unshared { get; }
}
