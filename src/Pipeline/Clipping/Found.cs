namespace Pipeline.Clipping;

/// <summary>What was found of a page, and which evidence gave it.</summary>
/// <param name="From">In a reader's words: <c>meta article:published_time</c>, <c>JSON-LD headline</c>, <c>visible text</c>.</param>
internal sealed record Found<T>(T Value, string From);
