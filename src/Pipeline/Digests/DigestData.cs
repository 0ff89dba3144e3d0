using System.Text.Json.Serialization;

namespace Pipeline.Digests;

/// <summary>A digest as data: what stands in <c>data/2026-W06.json</c>, and what the pages are written from.</summary>
/// <remarks>Texts are exact and unescaped, instants RFC 3339 in UTC, every id that is used is defined. Its shape is <see cref="DigestSchema"/>.</remarks>
internal sealed record DigestData
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-1)]
    public string Schema { get; init; } = DigestSchema.Link;

    public required DataGenerator Generator { get; init; }

    public required DataWeek Week { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required DataCoverage Coverage { get; init; }

    public required IReadOnlyList<DataSource> Sources { get; init; }

    public required IReadOnlyList<DataItem> Items { get; init; }

    public required IReadOnlyList<DataStory> Stories { get; init; }

    public required IReadOnlyList<DataTheme> Themes { get; init; }

    /// <summary>The last published week's themes that nothing continues; absent where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Quiet { get; init; }

    /// <summary>What was changed or withdrawn after publication, by day and item; absent where nothing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DataCorrection>? Corrections { get; init; }

    /// <summary>In the order in which they are read.</summary>
    public required IReadOnlyList<DataClaim> Claims { get; init; }

    public required string Headline { get; init; }

    public required IReadOnlyList<string> Introduction { get; init; }

    public required IReadOnlyList<DataAdvice> Advice { get; init; }

    public required IReadOnlyList<DataOutlook> Outlook { get; init; }

    public required IReadOnlyList<string> Closing { get; init; }

    public required DataChecks Checks { get; init; }
}

/// <param name="Format">The version of the output format, not of the build.</param>
internal sealed record DataGenerator(int Format, string Analyst)
{
    /// <summary>The models that answered, in that order; absent where the analyst is not the model, or none answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Model { get; init; }

    /// <summary>A hash of what the model is asked with; absent where the analyst is not the model.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prompt { get; init; }

    /// <summary>What the extractive analyst wrote in the model's place; absent where there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DataStandIn>? StandIns { get; init; }
}

/// <param name="Part">A theme's id, or <c>headline</c>, <c>introduction</c>, <c>advice</c>, <c>outlook</c>, <c>closing</c>; <c>t1/impact</c> is that of a theme.</param>
internal sealed record DataStandIn(string Part, string Why);

internal sealed record DataWeek(string Label, string Start, string End, string Zone, string Date);

internal sealed record DataCoverage(int Items, int Publishers, int Stories, IReadOnlyList<string> Languages, IReadOnlyList<string> Read, IReadOnlyList<string> Failed);

/// <param name="Status"><c>read</c>, <c>failed</c>, or <c>absent</c>: items of it are held, but it is not among the sources any more.</param>
internal sealed record DataSource(string Name, string Status, int Items);

/// <param name="Url">The article's canonical URL.</param>
/// <param name="Excerpt">The passages that claims rest on, in the article's order; of an item without claims its beginning; null without text.</param>
/// <param name="Also">The items by which other publishers tell the same story.</param>
/// <param name="Themes">The themes in which the item stands.</param>
internal sealed record DataItem(
    string Id, string Url, string Title, string Source, string Publisher, string Published, string Language,
    string? Excerpt, string? Story, IReadOnlyList<string> Also, IReadOnlyList<string> Themes)
{
    /// <summary><c>gone</c>, <c>redirected</c> or <c>denied</c>; absent where nothing is known against its link.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link { get; init; }

    /// <summary>True where its publisher gave it no date that can be believed: <see cref="Published"/> is when it was first seen. Absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Undated { get; init; }

    /// <summary>The domain that the feed's link names, where that led to another one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RedirectedFrom { get; init; }

    /// <summary>Where its title leads; null where it must not, or is no web address.</summary>
    [JsonIgnore]
    public string? Target => Link != "denied" && MarkdownUrl.TryWrite(Url, out var target) ? target : null;

    /// <summary>What its link says.</summary>
    [JsonIgnore]
    public string Label => PlainText.Fold(Title) is { Length: > 0 } title ? title : Url;
}

internal sealed record DataStory(string Id, IReadOnlyList<string> Items)
{
    /// <summary>The week in which the event was first told; absent where this week is the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Since { get; init; }
}

/// <param name="Claims">Evidence chain and impact judgements; empty where the digest says nothing of the theme.</param>
internal sealed record DataTheme(string Id, string Title, string? Guide, string Continuity, IReadOnlyList<string> Stories, IReadOnlyList<string> Claims)
{
    /// <summary>The week in which it was first told; absent where it is new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Since { get; init; }
}

/// <param name="Items">What a computed claim names beyond its figures.</param>
internal sealed record DataClaim(
    string Id, string Text, string Kind, string Language, IReadOnlyList<DataEvidence> Evidence,
    IReadOnlyList<DataFigure> Figures, IReadOnlyList<string> Items, DataVerdict Verdict)
{
    /// <summary>How many items it was computed from.</summary>
    [JsonIgnore]
    public int Counted => Items.Count + Figures.Sum(figure => figure.Items.Count);
}

/// <param name="Passage"><c>title</c> or <c>text</c>: where in the article the quotation stands, from <paramref name="Start"/> (UTF-16 units).</param>
internal sealed record DataEvidence(string Item, string Passage, int Start, int End, string Quotation);

internal sealed record DataFigure(string Measure, int Value, IReadOnlyList<string> Items);

/// <param name="Passages">How much evidence the gate saw, so that a piece taken away later is missed; so too figures and the items they were counted from.</param>
internal sealed record DataVerdict(bool Accepted, IReadOnlyList<string> Reasons, int Passages, int Figures, int Items);

/// <param name="Kind"><c>changed</c> or <c>withdrawn</c>.</param>
/// <param name="Date">The day on which the archive saw it, in the week's zone.</param>
internal sealed record DataCorrection(string Item, string Kind, string Date);

internal sealed record DataAdvice(string Role, IReadOnlyList<string> Claims);

/// <param name="Theme">The theme's id, null where the line of development is none of the week's themes.</param>
internal sealed record DataOutlook(string? Theme, string Title, string? Trend, string Signal)
{
    /// <summary>The last day that the signal's date can mean, as exactly as it is known: <c>2026-04-18</c>, <c>2026-04</c>, <c>2026</c>; absent without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Due { get; init; }
}

internal sealed record DataChecks(int Claims, int Accepted, int Evidence, int Figures);
