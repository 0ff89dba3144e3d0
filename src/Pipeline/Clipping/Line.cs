using System.Buffers;
using Pipeline.Linguistics;

namespace Pipeline.Clipping;

/// <summary>A line of the page's text: a paragraph, heading, list item, table row or line of code.</summary>
/// <param name="Text">White space folded, but in code.</param>
/// <param name="Block">The element that holds it, by its place in the outline.</param>
/// <param name="Linked">How many of its words are in links.</param>
internal sealed record Line(string Text, int Block, string Tag, int Words, int Linked)
{
    /// <summary>A Han character tells about as much as a word, but fills a line sooner.</summary>
    private const int FewestWords = 9;
    private const int FewestHan = 16;

    /// <summary>Its place among the page's lines; -1 for one that is not of the outline.</summary>
    public int Index { get; init; } = -1;

    /// <summary>How many of its words are bold or in italics.</summary>
    public int Emphasised { get; init; }

    /// <summary>How many pictures stand between the line before and this one's end.</summary>
    public int Images { get; init; }

    public bool IsHeading { get; } = Tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    public double LinkShare { get; } = Words == 0 ? 0 : (double)Linked / Words;

    /// <summary>Running text: long enough, with a sentence's marks, and not mostly links.</summary>
    public bool IsProse { get; } =
        !(Tag is "h1" or "h2" or "h3") && Linked * 2 <= Words && Words >= (HasHan(Text) ? FewestHan : FewestWords) && (EndsSentence(Text) || Words >= 25);

    public bool Ends => EndsSentence(Text);

    private static bool HasHan(string text) => text.Any(Script.IsHan);

    private static bool EndsSentence(string text) => text.AsSpan().ContainsAny(Marks);

    private static readonly SearchValues<char> Marks = SearchValues.Create(".,!?;:。，！？；：…”\"");
}
