using AngleSharp.Dom;

namespace Pipeline.Clipping;

/// <summary>A page as it was parsed: what every finder looks at.</summary>
internal sealed record Page(IDocument Document, Uri? Url, PageMeta Meta, StructuredData Data, Outline Outline);
