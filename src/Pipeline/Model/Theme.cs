namespace Pipeline.Model;

/// <summary>Stories that belong to one line of development (主轴), the weightiest first.</summary>
public sealed record Theme(string Name, IReadOnlyList<Story> Stories)
{
    /// <summary>The anchor (<c>t1</c>), kept in the archive; empty until <see cref="Anchors"/> has given one.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of the guide that drew it together; null where it emerged.</summary>
    public string? Guide { get; init; }

    public Continuity Continuity { get; init; }

    /// <summary>The week in which it was first told; null where it is new.</summary>
    public WeekLabel? Since { get; init; }

    public IEnumerable<Article> Articles => Stories.SelectMany(story => story.Articles);
}

/// <summary>A week's themes in the order of their weight, and the stories that belong to none.</summary>
public sealed record Grouping(IReadOnlyList<Theme> Themes, IReadOnlyList<Story> Remainder)
{
    /// <summary>The names of the last published week's themes that nothing continues.</summary>
    public IReadOnlyList<string> Quiet { get; init; } = [];

    public IEnumerable<Story> Stories => Themes.SelectMany(theme => theme.Stories).Concat(Remainder);
}
