using static System.FormattableString;

namespace Pipeline.Analysis.Extraction;

internal sealed class EnglishWording : Wording
{
    private const int HeadlineLength = 90;

    public override string Language => "en";

    public override string Empty => "A week without news";

    public override string Elsewhere => "Elsewhere";

    public override string Unshared => "No story of the week was told by more than one publisher.";

    public override string? Headline(IReadOnlyList<string> themes)
    {
        var joined = themes.Any(IsCompound) ? string.Join("; ", themes)
            : themes.Count < 3 ? string.Join(" and ", themes)
            : $"{string.Join(", ", themes.SkipLast(1))} and {themes[^1]}";
        return FitsHeadline(joined) ? joined : null;
    }

    public override bool FitsHeadline(string title) => title.Length <= HeadlineLength;

    public override string Items(int items) => Invariant($"A week of {Count(items, "item", "items")}");

    public override string Week(int items, int publishers, int languages, int stories) =>
        Invariant($"The week brought {Count(items, "item", "items")} from {Count(publishers, "publisher", "publishers")}{Languages(languages)}, which tell {Count(stories, "story", "stories")}.");

    public override string Themes(int stories, int themes) =>
        stories == 0
            ? Invariant($"Together they make up {Count(themes, "theme", "themes")}.")
            : Invariant($"Of these, {Count(stories, "story makes up", "stories make up")} {Count(themes, "theme", "themes")}.");

    public override string Widest(string title, int publishers, bool alone) => alone
        ? Invariant($"The story told most widely is {Quote(title)}, by {Count(publishers, "publisher", "publishers")}.")
        : Invariant($"The stories told most widely, by {Count(publishers, "publisher", "publishers")} each, include {Quote(title)}.");

    public override string Extent(int stories, int publishers) =>
        Invariant($"This theme draws together {Count(stories, "story", "stories")} told by {Count(publishers, "publisher", "publishers")}.");

    public override string Told(int stories, int several, int alone) => alone == 0
        ? Invariant($"Each of the week's {stories} stories was told by more than one publisher.")
        : Invariant($"Of the week's {stories} stories, {several} {(several == 1 ? "was" : "were")} told by more than one publisher; the other {alone} {(alone == 1 ? "rests" : "rest")} on one alone.");

    public override string WidestTheme(string theme, int publishers) => Invariant($"The theme with the most publishers is {Quote(theme)}, with {publishers}.");

    public override string Quiet(int items) => Invariant($"It was a quiet week, with only {Count(items, "item", "items")}.");

    private static string Languages(int languages) => languages < 2 ? "" : Invariant($" in {languages} languages");

    /// <summary>A name that is a list itself asks for a stronger mark between the names.</summary>
    private static bool IsCompound(string name) => name.Contains(" and ", StringComparison.OrdinalIgnoreCase) || name.AsSpan().ContainsAny(',', '&');

    private static string Count(int number, string one, string many) => Invariant($"{number} {(number == 1 ? one : many)}");

    private static string Quote(string text) => text.Contains('“', StringComparison.Ordinal) ? $"‘{text}’" : $"“{text}”";
}
