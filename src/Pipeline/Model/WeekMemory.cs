namespace Pipeline.Model;

/// <summary>A story or a theme, as a later week knows it again.</summary>
/// <param name="Name">The lead's title, or the theme's name.</param>
/// <param name="Since">The week in which it was first told.</param>
/// <param name="Terms">Its weightiest terms, and their weights before rarity.</param>
public sealed record Remembered(string Name, string? Guide, WeekLabel Since, IReadOnlyDictionary<string, double> Terms);

/// <summary>What is remembered of a published week.</summary>
public sealed record WeekMemory(IReadOnlyList<Remembered> Stories, IReadOnlyList<Remembered> Themes)
{
    public static WeekMemory None { get; } = new([], []);
}

/// <summary>Whether earlier weeks told of a theme: never, in the last published week, or only before that.</summary>
public enum Continuity { New, Continuing, Returning }
