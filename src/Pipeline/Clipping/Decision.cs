using Pipeline.Model;

namespace Pipeline.Clipping;

/// <summary>What was made of a page, and from what.</summary>
/// <param name="Lines">Those of the text.</param>
internal sealed record Decision(Clip Clip, Page Page, Body Body, IReadOnlyList<Line> Lines, string? TitleFrom, string? BylineFrom, string? PublishedFrom);
